"""The C library: where it is, what it declares, and its errors as exceptions."""

from __future__ import annotations

import ctypes
import json
import os
import subprocess
from ctypes import CFUNCTYPE, POINTER, Structure, byref, c_char_p, c_double, c_int32, c_int64, c_size_t, c_ssize_t
from ctypes import c_uint32, c_uint64, c_void_p
from dataclasses import dataclass
from typing import Any, Optional, Union


class EngineOptions(Structure):
    _fields_ = [
        ("size", c_size_t), ("places", POINTER(c_char_p)), ("place_count", c_size_t),
        ("plugins", POINTER(c_void_p)), ("plugin_count", c_size_t),
    ]


class PackFacts(Structure):
    _fields_ = [
        ("size", c_size_t), ("id", c_char_p), ("version", c_char_p), ("hash", c_char_p), ("language", c_char_p),
        ("first_year", c_int32), ("last_year", c_int32), ("reference_year", c_int32), ("reserved", c_uint32),
        ("question_count", c_size_t), ("category_count", c_size_t), ("indicator_count", c_size_t),
        ("formula_count", c_size_t), ("factor_count", c_size_t), ("source_count", c_size_t),
        ("action_count", c_size_t), ("scenario_count", c_size_t),
    ]


class QuestionFacts(Structure):
    _fields_ = [
        ("size", c_size_t), ("id", c_char_p), ("unit", c_char_p), ("source", c_char_p), ("type", c_int32),
        ("option_count", c_uint32), ("minimum", c_double), ("maximum", c_double), ("standing", c_double),
        ("clamps", c_uint32), ("is_per_household", c_uint32),
    ]


class EvaluatorOptions(Structure):
    _fields_ = [
        ("size", c_size_t), ("outputs", POINTER(c_char_p)), ("output_count", c_size_t), ("first_year", c_int32),
        ("last_year", c_int32),
    ]


class Column(Structure):
    _fields_ = [
        ("size", c_size_t), ("question", c_size_t), ("type", c_int32), ("reserved", c_uint32), ("values", c_void_p),
        ("count", c_size_t), ("stride", c_ssize_t), ("present", c_void_p), ("present_offset", c_size_t),
    ]


class Results(Structure):
    _fields_ = [
        ("size", c_size_t), ("values", c_void_p), ("capacity", c_size_t), ("person_stride", c_size_t),
        ("year_stride", c_size_t), ("output_stride", c_size_t),
    ]


class ChoiceItem(Structure):
    _fields_ = [
        ("size", c_size_t), ("action", c_size_t), ("level", c_double), ("adoption", c_double), ("start", c_int32),
        ("reserved", c_uint32), ("levels", POINTER(Column)), ("starts", POINTER(Column)),
        ("adoptions", POINTER(Column)), ("yearly_adoption", POINTER(c_double)), ("yearly_adoption_count", c_size_t),
    ]


class ChoiceList(Structure):
    _fields_ = [
        ("size", c_size_t), ("items", POINTER(ChoiceItem)), ("count", c_size_t), ("scenario", c_char_p),
        ("plan", c_char_p), ("plan_size", c_size_t), ("splitting", c_int32), ("passes_unconcerned", c_uint32),
        ("seed", c_uint64), ("ids", POINTER(c_char_p)), ("id_count", c_size_t),
    ]


class GainMemory(Structure):
    _fields_ = [
        ("size", c_size_t), ("capacity", c_size_t), ("alone", c_void_p), ("last", c_void_p), ("in_order", c_void_p),
        ("shapley", c_void_p), ("errors", c_void_p), ("before", c_void_p), ("after", c_void_p),
    ]


class SummaryFacts(Structure):
    _fields_ = [
        ("size", c_size_t), ("count", c_uint64), ("refused_count", c_uint64), ("weight", c_double), ("sum", c_double),
        ("mean", c_double), ("variance", c_double), ("minimum", c_double), ("maximum", c_double),
    ]


Progress = CFUNCTYPE(None, c_void_p, c_size_t)


class RunOptions(Structure):
    _fields_ = [
        ("size", c_size_t), ("thread_count", c_uint32), ("keeps_not_finite", c_uint32),
        ("ignores_other_columns", c_uint32), ("reserved", c_uint32), ("cancellation", c_void_p),
        ("progress", Progress), ("user", c_void_p), ("choices", POINTER(ChoiceList)), ("years", POINTER(Column)),
    ]


class Setting(Structure):
    _fields_ = [("name", c_char_p), ("value", c_char_p)]


class AnalysisOptions(Structure):
    _fields_ = [
        ("size", c_size_t), ("settings", POINTER(Setting)), ("setting_count", c_size_t), ("documents", c_char_p),
        ("documents_size", c_size_t), ("language", c_char_p), ("format", c_char_p), ("year", c_int32),
        ("reserved", c_uint32),
    ]


def sized(kind: type, **fields: Any) -> Any:
    """A struct that states its size."""
    return kind(size=ctypes.sizeof(kind), **fields)


_handle = c_void_p
_out = POINTER(c_void_p)
_text_out = POINTER(c_char_p)

# What each function returns and takes; one that may fail returns an error.
_DECLARATIONS: dict[str, tuple[Any, list[Any]]] = {
    "emp_version": (c_char_p, []),
    "emp_error_free": (None, [_handle]),
    "emp_error_kind": (c_int32, [_handle]),
    "emp_error_message": (c_char_p, [_handle]),
    "emp_error_json": (c_char_p, [_handle]),
    "emp_error_person": (c_int64, [_handle]),
    "emp_text_free": (None, [_handle]),
    "emp_text_bytes": (c_void_p, [_handle]),
    "emp_text_size": (c_size_t, [_handle]),
    "emp_plugin_load": (_handle, [c_char_p, _out]),
    "emp_plugin_free": (None, [_handle]),
    "emp_engine_create": (_handle, [POINTER(EngineOptions), _out]),
    "emp_engine_free": (None, [_handle]),
    "emp_engine_describe": (_handle, [_handle, _out]),
    "emp_pack_open": (_handle, [_handle, c_char_p, _out]),
    "emp_pack_free": (None, [_handle]),
    "emp_pack_check": (_handle, [_handle, _out]),
    "emp_pack_describe": (_handle, [_handle, POINTER(PackFacts)]),
    "emp_pack_find": (_handle, [_handle, c_int32, c_char_p, POINTER(c_size_t)]),
    "emp_pack_label": (_handle, [_handle, c_int32, c_size_t, c_char_p, _text_out]),
    "emp_pack_question": (_handle, [_handle, c_size_t, POINTER(QuestionFacts)]),
    "emp_pack_option": (_handle, [_handle, c_size_t, c_int32, c_char_p, _text_out, _text_out]),
    "emp_evaluator_create": (_handle, [_handle, POINTER(EvaluatorOptions), _out]),
    "emp_evaluator_free": (None, [_handle]),
    "emp_evaluator_output_count": (c_size_t, [_handle]),
    "emp_evaluator_year_count": (c_size_t, [_handle]),
    "emp_evaluator_output": (_handle, [_handle, c_size_t, _text_out, _text_out]),
    "emp_cancellation_create": (_handle, []),
    "emp_cancellation_free": (None, [_handle]),
    "emp_cancellation_cancel": (None, [_handle]),
    "emp_evaluate": (
        _handle, [_handle, POINTER(Column), c_size_t, c_size_t, POINTER(Results), POINTER(RunOptions)]),
    "emp_evaluate_gains": (
        _handle,
        [_handle, POINTER(Column), c_size_t, c_size_t, c_size_t, c_int32, POINTER(RunOptions), POINTER(GainMemory)]),
    "emp_statistics_create": (_handle, [c_size_t, _out]),
    "emp_statistics_free": (None, [_handle]),
    "emp_statistics_add": (_handle, [_handle, c_size_t, c_void_p, c_size_t, c_void_p]),
    "emp_statistics_merge": (_handle, [_handle, _handle]),
    "emp_statistics_summary": (_handle, [_handle, c_size_t, POINTER(SummaryFacts)]),
    "emp_statistics_quantile": (_handle, [_handle, c_size_t, c_double, POINTER(c_double)]),
    "emp_statistics_write": (_handle, [_handle, _out]),
    "emp_statistics_read": (_handle, [c_char_p, c_size_t, _out]),
    "emp_person_create": (_handle, [_handle, _out]),
    "emp_person_free": (None, [_handle]),
    "emp_person_set": (_handle, [_handle, c_size_t, c_double]),
    "emp_person_set_text": (_handle, [_handle, c_size_t, c_char_p]),
    "emp_person_unset": (_handle, [_handle, c_size_t]),
    "emp_person_evaluate": (_handle, [_handle, POINTER(c_double), c_size_t]),
    "emp_analysis_run": (
        _handle, [_handle, _handle, c_char_p, POINTER(AnalysisOptions), _out, POINTER(c_uint32)]),
    "emp_pack_arrow_schema": (_handle, [_handle, c_void_p]),
    "emp_evaluate_arrow": (_handle, [_handle, c_void_p, c_void_p, POINTER(RunOptions), c_void_p, c_void_p]),
}


@dataclass(frozen=True)
class Diagnostic:
    """One problem: what is wrong, where, and what to do."""

    code: str
    severity: str
    message: str
    hint: Optional[str] = None
    file: Optional[str] = None
    line: Optional[int] = None
    column: Optional[int] = None


class EmpreinteError(Exception):
    """Why a call failed."""

    #: What is wrong, at least one problem.
    diagnostics: tuple[Diagnostic, ...]
    #: The position of the person concerned, or None.
    person: Optional[int]
    #: Whether somebody cancelled.
    is_cancelled: bool

    def __init__(self, message: str, diagnostics: tuple[Diagnostic, ...], person: Optional[int], kind: int) -> None:
        super().__init__(message.rstrip())
        self.diagnostics = diagnostics
        self.person = person
        self.is_cancelled = kind == 3

    @property
    def code(self) -> str:
        """The stable code of the first problem."""
        return self.diagnostics[0].code if self.diagnostics else ""


def find_library(path: Union[str, os.PathLike[str], None] = None) -> str:
    """The file of the library: the one given, else the environment's EMPREINTE_LIBRARY, else pkg-config's."""
    if path is not None:
        return os.fspath(path)
    if "EMPREINTE_LIBRARY" in os.environ:
        return os.environ["EMPREINTE_LIBRARY"]
    try:
        folder = subprocess.run(
            ["pkg-config", "--variable=libdir", "empreinte"], capture_output=True, text=True, check=True).stdout.strip()
        return os.path.join(folder, "libEmpreinteC.so")
    except (OSError, subprocess.CalledProcessError):
        return "libEmpreinteC.so"


class Library:
    """The functions of one library."""

    def __init__(self, path: str) -> None:
        self._functions = ctypes.CDLL(path)
        for name, (result, arguments) in _DECLARATIONS.items():
            function = getattr(self._functions, name)
            function.restype = result
            function.argtypes = arguments

    def __getattr__(self, name: str) -> Any:
        return getattr(self._functions, name)

    def check(self, error: Optional[int]) -> None:
        """Raises an error, which is freed."""
        if not error:
            return
        known = Diagnostic.__dataclass_fields__
        try:
            diagnostics = tuple(
                Diagnostic(**{key: value for key, value in item.items() if key in known})
                for item in json.loads(self.emp_error_json(error)))
            person = self.emp_error_person(error)
            raise EmpreinteError(
                self.emp_error_message(error).decode(), diagnostics, person if person >= 0 else None,
                self.emp_error_kind(error))
        finally:
            self.emp_error_free(error)

    def make(self, function: str, *arguments: Any) -> int:
        """The handle that a function hands over last."""
        handle = c_void_p()
        self.check(getattr(self, function)(*arguments, byref(handle)))
        assert handle.value is not None
        return handle.value

    def take_text(self, text: int) -> str:
        """A text that was handed over, which is freed."""
        return self.take_bytes(text).decode()

    def take_bytes(self, text: int) -> bytes:
        """Bytes that were handed over, which are freed."""
        try:
            return ctypes.string_at(self.emp_text_bytes(text), self.emp_text_size(text))
        finally:
            self.emp_text_free(text)


def strings(texts: list[str]) -> Any:
    """An array of C texts."""
    return (c_char_p * max(len(texts), 1))(*[text.encode() for text in texts])
