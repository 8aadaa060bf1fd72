"""One person, answer by answer."""

from __future__ import annotations

import weakref
from ctypes import c_double
from typing import TYPE_CHECKING, Mapping, Optional, Union

if TYPE_CHECKING:
    from .evaluator import Evaluator


class Person:
    """One person; a thread at a time."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._library = evaluator._library
        self._handle = self._library.make("emp_person_create", evaluator._handle)
        weakref.finalize(self, self._library.emp_person_free, self._handle)
        self.evaluator = evaluator
        self._values = (c_double * (len(evaluator.outputs) * len(evaluator.years)))()

    def __setitem__(self, question: str, answer: Union[float, str, bool]) -> None:
        """Takes an answer: a number in the question's unit, the id of an option, True or False, or as people write it,
        such as "12000 km" or "oui"."""
        asked = self.evaluator._question(question)
        if isinstance(answer, str):
            self._library.check(self._library.emp_person_set_text(self._handle, asked.index, answer.encode()))
        else:
            self._library.check(self._library.emp_person_set(self._handle, asked.index, float(answer)))

    def __delitem__(self, question: str) -> None:
        """Takes an answer back."""
        asked = self.evaluator._question(question)
        self._library.check(self._library.emp_person_unset(self._handle, asked.index))

    def totals(self) -> dict[str, list[float]]:
        """Every output, year by year."""
        self._library.check(self._library.emp_person_evaluate(self._handle, self._values, len(self._values)))
        count = len(self.evaluator.years)
        return {
            id: self._values[place * count:(place + 1) * count] for place, id in enumerate(self.evaluator.outputs)
        }
