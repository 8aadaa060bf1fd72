"""Packs and what they ask."""

from __future__ import annotations

import json
import weakref
from ctypes import byref, c_char_p, c_size_t
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Iterable, Optional, Union

from ._library import EvaluatorOptions, Library, PackFacts, QuestionFacts, sized, strings
from .evaluator import Evaluator


@dataclass(frozen=True)
class Option:
    """One of the answers a question allows."""

    id: str
    label: str


@dataclass(frozen=True)
class Question:
    """A question of a pack."""

    #: Its position in the pack.
    index: int
    id: str
    label: str
    #: The unit of a number; "1" where it has none.
    unit: str
    #: "number", "option" or "flag".
    type: str
    #: Infinite where a number has no range.
    minimum: float
    maximum: float
    #: What counts when nothing is answered.
    standing: float
    options: tuple[Option, ...]


class Pack:
    """A pack that was read and found right. Any number of threads may use one."""

    def __init__(self, library: Library, handle: int) -> None:
        self._library = library
        self._handle = handle
        weakref.finalize(self, library.emp_pack_free, handle)
        self._facts = sized(PackFacts)
        library.check(library.emp_pack_describe(handle, byref(self._facts)))
        self.id: str = self._facts.id.decode()
        self.version: str = self._facts.version.decode()
        self.hash: str = self._facts.hash.decode()
        #: The years it covers, and the one that counts where none is said.
        self.years = range(self._facts.first_year, self._facts.last_year + 1)
        self.reference_year: int = self._facts.reference_year

    @cached_property
    def questions(self) -> dict[str, Question]:
        """The questions by id, in the order of the pack, labelled in English."""
        return self.questions_in("en")

    def questions_in(self, language: str) -> dict[str, Question]:
        """The questions by id, in the order of the pack, labelled in a language."""
        questions = (self._question(index, language) for index in range(self._facts.question_count))
        return {question.id: question for question in questions}

    def _question(self, index: int, language: str) -> Question:
        facts = sized(QuestionFacts)
        self._library.check(self._library.emp_pack_question(self._handle, index, byref(facts)))
        label = c_char_p()
        self._library.check(self._library.emp_pack_label(self._handle, 1, index, language.encode(), byref(label)))
        return Question(
            index, facts.id.decode(), (label.value or b"").decode(), facts.unit.decode(),
            {1: "number", 2: "option", 3: "flag"}[facts.type], facts.minimum, facts.maximum, facts.standing,
            tuple(self._option(index, code, language) for code in range(facts.option_count)))

    def _option(self, question: int, code: int, language: str) -> Option:
        id, label = c_char_p(), c_char_p()
        self._library.check(
            self._library.emp_pack_option(
                self._handle, question, code, language.encode(), byref(id), byref(label)))
        return Option((id.value or b"").decode(), (label.value or b"").decode())

    def find_action(self, id: str) -> int:
        """The position of an action."""
        index = c_size_t()
        self._library.check(self._library.emp_pack_find(self._handle, 7, id.encode(), byref(index)))
        return index.value

    def check(self) -> list[dict[str, Any]]:
        """What the pack lacks for publication, and its warnings."""
        return json.loads(self._library.take_text(self._library.make("emp_pack_check", self._handle)))

    def evaluator(
        self, outputs: Optional[Iterable[str]] = None, years: Union[int, range, None] = None
    ) -> Evaluator:
        """Makes the pack ready to compute.

        outputs: ids such as "ghg", "ghg.transport", "ghg.transport.car.exhaust"; every indicator and its top
        categories where none are given.
        years: one year or a range of them; the reference year where none is given."""
        wanted = [] if outputs is None else list(outputs)
        if isinstance(years, int):
            years = range(years, years + 1)
        first, last = (0, 0) if years is None else (years[0], years[-1])
        options = sized(
            EvaluatorOptions, outputs=strings(wanted), output_count=len(wanted), first_year=first, last_year=last)
        handle = self._library.make("emp_evaluator_create", self._handle, byref(options))
        return Evaluator(self._library, handle, self, first or self.reference_year)
