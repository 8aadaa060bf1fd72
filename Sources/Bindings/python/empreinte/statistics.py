"""Statistics that come to the same bits whatever the parts in which numbers are added."""

from __future__ import annotations

import weakref
from ctypes import byref, c_double, c_void_p
from dataclasses import dataclass
from typing import Any, Iterable, Optional

from ._buffer import Buffer
from ._library import Library, SummaryFacts, sized


@dataclass(frozen=True)
class Summary:
    """What a series of numbers comes to."""

    count: int
    #: How many were NaN, infinite or out of all proportion, and not taken.
    refused_count: int
    weight: float
    sum: float
    #: NaN without weight.
    mean: float
    variance: float
    #: Infinite where there is no number.
    minimum: float
    maximum: float


class Statistics:
    """Statistics of named series of numbers; a thread at a time."""

    def __init__(self, library: Library, names: Iterable[str], handle: Optional[int] = None) -> None:
        self._library = library
        self.names = tuple(names)
        self._handle = library.make("emp_statistics_create", len(self.names)) if handle is None else handle
        weakref.finalize(self, library.emp_statistics_free, self._handle)

    def add(self, name: str, values: Any, weights: Any = None) -> None:
        """Adds numbers, anything with a buffer of float64, each with a weight of its own or of 1."""
        numbers, own = self._buffer(values), None if weights is None else self._buffer(weights)
        if own is not None and own.count != numbers.count:
            raise ValueError(f"there are {own.count} weights for {numbers.count} numbers")
        self._library.check(
            self._library.emp_statistics_add(
                self._handle, self._place(name), numbers.address, numbers.count, own.address if own else None))

    def merge(self, other: Statistics) -> None:
        """Adds what another one took."""
        if other.names != self.names:
            raise ValueError(f"{', '.join(other.names)} do not go into {', '.join(self.names)}")
        self._library.check(self._library.emp_statistics_merge(self._handle, other._handle))

    def summary(self, name: str) -> Summary:
        """What a series comes to."""
        facts = sized(SummaryFacts)
        self._library.check(self._library.emp_statistics_summary(self._handle, self._place(name), byref(facts)))
        return Summary(**{field: getattr(facts, field) for field in Summary.__dataclass_fields__})

    def quantile(self, name: str, share: float) -> float:
        """The number below which that share of the weight lies, within 0.2 % of itself."""
        value = c_double()
        self._library.check(
            self._library.emp_statistics_quantile(self._handle, self._place(name), share, byref(value)))
        return value.value

    def to_bytes(self) -> bytes:
        """Everything that was taken, to send elsewhere; the names stay here."""
        text = self._library.make("emp_statistics_write", self._handle)
        return self._library.take_bytes(text)

    def merge_bytes(self, content: bytes) -> None:
        """Adds what another one took, sent as bytes."""
        handle = c_void_p()
        self._library.check(self._library.emp_statistics_read(content, len(content), byref(handle)))
        self.merge(Statistics(self._library, self.names, handle.value))

    def _place(self, name: str) -> int:
        if name not in self.names:
            raise KeyError(f"there is no series '{name}'")
        return self.names.index(name)

    @staticmethod
    def _buffer(values: Any) -> Buffer:
        buffer = Buffer(values)
        if (buffer.format, buffer.item_size) != ("d", 8) or (buffer.count > 1 and buffer.stride != 8):
            raise TypeError("statistics take float64 that touch")
        return buffer
