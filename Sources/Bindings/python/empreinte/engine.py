"""Engines, which read packs and run analyses."""

from __future__ import annotations

import json
import os
import weakref
from ctypes import byref, c_uint32
from typing import Any, Iterable, Mapping, Optional, Sequence, Union

from ._library import AnalysisOptions, EngineOptions, Library, Setting, c_void_p, find_library, sized, strings
from .pack import Pack


class Engine:
    """Reads packs and runs analyses. Any number of threads may use one."""

    def __init__(
        self, library: Union[str, os.PathLike[str], None] = None, places: Iterable[Union[str, os.PathLike[str]]] = (),
        plugins: Iterable[Union[str, os.PathLike[str]]] = (),
    ) -> None:
        """library: the file of the C library, found as `find_library` says where none is given.
        places: folders where packs are looked for by name.
        plugins: files of shared libraries to load."""
        self._library = Library(find_library(library))
        folders = [os.fspath(place) for place in places]
        loaded = [self._library.make("emp_plugin_load", os.fspath(plugin).encode()) for plugin in plugins]
        options = sized(
            EngineOptions, places=strings(folders), place_count=len(folders),
            plugins=(c_void_p * max(len(loaded), 1))(*loaded), plugin_count=len(loaded))
        try:
            self._handle = self._library.make("emp_engine_create", byref(options))
        finally:
            for plugin in loaded:
                self._library.emp_plugin_free(plugin)
        weakref.finalize(self, self._library.emp_engine_free, self._handle)

    @property
    def version(self) -> str:
        """The version of the library."""
        return self._library.emp_version().decode()

    def open(self, path: Union[str, os.PathLike[str]]) -> Pack:
        """Reads a pack: a folder, a file, or a name.

        Raises EmpreinteError with everything that is wrong with it."""
        handle = self._library.make("emp_pack_open", self._handle, os.fspath(path).encode())
        return Pack(self._library, handle)

    def describe(self) -> dict[str, Any]:
        """The plugins, and the analyses with their options."""
        return json.loads(self._library.take_text(self._library.make("emp_engine_describe", self._handle)))

    def run(
        self, analysis: str, pack: Pack, people: Union[str, Sequence[Mapping[str, Any]], None] = None, *,
        options: Optional[Mapping[str, str]] = None, year: Optional[int] = None, language: str = "en",
    ) -> Any:
        """Runs any analysis and gives its report as Python values.

        people: a text of people and other documents as YAML or JSON, or a list of people, each `{"id": …, "answers": {…}}`."""
        return json.loads(self.render(analysis, pack, people, options=options, year=year, language=language))

    def render(
        self, analysis: str, pack: Pack, people: Union[str, Sequence[Mapping[str, Any]], None] = None, *,
        options: Optional[Mapping[str, str]] = None, year: Optional[int] = None, language: str = "en",
        format: str = "json",
    ) -> str:
        """Runs any analysis and gives its report as text: json, csv, svg or text."""
        settings = (Setting * len(options or {}))(
            *[Setting(name.encode(), value.encode()) for name, value in (options or {}).items()])
        written = None if people is None else (people if isinstance(people, str) else json.dumps(list(people))).encode()
        request = sized(
            AnalysisOptions, settings=settings, setting_count=len(settings), documents=written,
            documents_size=len(written or b""), language=language.encode(), format=format.encode(), year=year or 0)
        report, failed = c_void_p(), c_uint32()
        self._library.check(
            self._library.emp_analysis_run(
                self._handle, pack._handle, analysis.encode(), byref(request), byref(report), byref(failed)))
        assert report.value is not None
        return self._library.take_text(report.value)
