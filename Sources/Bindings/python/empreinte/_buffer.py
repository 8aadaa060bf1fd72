"""The memory behind anything with a buffer, read-only ones included."""

from __future__ import annotations

import ctypes
from ctypes import POINTER, Structure, byref, c_char_p, c_int, c_ssize_t, c_void_p, py_object
from typing import Any


class _View(Structure):
    """The `Py_buffer` of Python's C interface."""

    _fields_ = [
        ("buf", c_void_p), ("obj", c_void_p), ("len", c_ssize_t), ("itemsize", c_ssize_t), ("readonly", c_int),
        ("ndim", c_int), ("format", c_char_p), ("shape", POINTER(c_ssize_t)), ("strides", POINTER(c_ssize_t)),
        ("suboffsets", POINTER(c_ssize_t)), ("internal", c_void_p),
    ]


_get = ctypes.pythonapi.PyObject_GetBuffer
_get.argtypes, _get.restype = [py_object, POINTER(_View), c_int], c_int
_release = ctypes.pythonapi.PyBuffer_Release
_release.argtypes, _release.restype = [POINTER(_View)], None

_FORMAT_AND_STRIDES = 0x0004 | 0x0010 | 0x0008


class Buffer:
    """A borrowed row of items; it goes back when this goes."""

    def __init__(self, owner: Any) -> None:
        self._view = _View()
        self._is_held = False
        _get(owner, byref(self._view), _FORMAT_AND_STRIDES)
        self._is_held = True
        if self._view.ndim != 1:
            raise TypeError(f"a column has one dimension, not {self._view.ndim}")
        self.address: int = self._view.buf or 0
        self.byte_count: int = self._view.len
        self.item_size: int = self._view.itemsize
        self.count: int = self._view.shape[0]
        self.stride: int = self._view.strides[0]
        self.format: str = (self._view.format or b"B").decode().lstrip("@=<")

    def __del__(self) -> None:
        if self._is_held:
            _release(byref(self._view))
