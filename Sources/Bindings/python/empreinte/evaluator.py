"""Evaluators: many people by column, and tables of Arrow."""

from __future__ import annotations

import ctypes
import weakref
from ctypes import byref, c_char_p, c_double, pointer
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Callable, Mapping, Optional, Sequence, Union

from ._buffer import Buffer
from ._library import Column, GainMemory, Library, Progress, Results, RunOptions, sized
from ._tables import lent_table
from .choices import Choice, Choices, LentChoices, lent_column
from .person import Person
from .statistics import Statistics

if TYPE_CHECKING:
    import pyarrow

    from .pack import Pack, Question

_TYPES = {"number": (1, "d", 8), "option": (2, "i", 4), "flag": (3, "B?b", 1)}


Doing = Union[Choices, Sequence[Choice], None]


@dataclass(frozen=True)
class Gains:
    """What each choice brings to each person: tables of a row a person and a column a choice."""

    #: By itself. These do not add up.
    alone: memoryview
    #: Lost when it is taken away from all of them. These do not add up.
    last: memoryview
    #: After those chosen before it. These add up to `before` less `after`.
    in_order: memoryview
    #: The mean over all orders. These add up too.
    shapley: memoryview
    #: The standard error of `shapley`: 0 up to 12 choices, above which orders are drawn.
    errors: memoryview
    #: A number a person, without any choice and with all of them.
    before: memoryview
    after: memoryview


def _table(*shape: int) -> memoryview:
    """A memory of doubles."""
    count = 1
    for length in shape:
        count *= length
    memory = memoryview((c_double * count)()).cast("B")
    return memory.cast("d", shape) if count else memory.cast("d")


def _address(memory: memoryview) -> Optional[int]:
    return Buffer(memory.cast("B")).address if memory.nbytes else None


class Cancellation:
    """A way to stop evaluations from any thread."""

    def __init__(self, pack: Pack) -> None:
        self._library = pack._library
        self._handle = self._library.emp_cancellation_create()
        weakref.finalize(self, self._library.emp_cancellation_free, self._handle)

    def cancel(self) -> None:
        """Stops the evaluations that hold this, now and later."""
        self._library.emp_cancellation_cancel(self._handle)


class Evaluator:
    """A pack made ready to compute chosen outputs in chosen years. Any number of threads may use one; while it
    computes, others run."""

    def __init__(self, library: Library, handle: int, pack: Pack, first_year: int) -> None:
        self._library = library
        self._handle = handle
        weakref.finalize(self, library.emp_evaluator_free, handle)
        self.pack = pack
        #: The unit of each output by id, in order.
        self.outputs: dict[str, str] = {}
        for index in range(library.emp_evaluator_output_count(handle)):
            id, unit = c_char_p(), c_char_p()
            library.check(library.emp_evaluator_output(handle, index, byref(id), byref(unit)))
            self.outputs[(id.value or b"").decode()] = (unit.value or b"").decode()
        self.years = range(first_year, first_year + library.emp_evaluator_year_count(handle))

    def _options(
        self, threads: int, keep_not_finite: bool, ignore_others: bool, cancellation: Optional[Cancellation],
        progress: Optional[Callable[[int], None]], choices: Doing = None, years: Any = None,
    ) -> Any:
        options = sized(
            RunOptions, thread_count=threads, keeps_not_finite=keep_not_finite, ignores_other_columns=ignore_others,
            cancellation=cancellation._handle if cancellation else None)
        if progress is not None:
            options.progress = Progress(lambda _, done: progress(done))
        # What is lent lives as long as the options do.
        if choices is not None:
            options.lent_choices = LentChoices(choices, self.pack)
            options.choices = pointer(options.lent_choices.struct)
        if years is not None:
            column, options.lent_years = lent_column(years, {"i": (2, 4)})
            options.years = pointer(column)
        return options

    def evaluate(
        self, columns: Mapping[str, Any], people: Optional[int] = None, *,
        present: Optional[Mapping[str, Any]] = None, into: Any = None, threads: int = 1, keep_not_finite: bool = False,
        cancellation: Optional[Cancellation] = None, progress: Optional[Callable[[int], None]] = None,
        choices: Doing = None, years: Any = None,
    ) -> dict[str, memoryview]:
        """Evaluates many people.

        columns: by question, anything with a buffer, which is read where it stands: float64 for numbers, int32
        positions for options, bool or uint8 for flags; a numpy array will do, and so will an array of the standard
        library. Questions without a column are not answered.
        people: how many; as many as the shortest column where it is not said.
        present: by question, bytes of bits that say who answered, the lowest bit of a byte first.
        choices: what people do.
        years: the year of each person, int32, where the evaluator has one year.
        into: a writable memory of doubles for the results, to be used again and again; new memory where there is none.

        Gives a memory of doubles an output, year after year; `numpy.asarray` makes an array of it without a copy."""
        rows, count, _lent = self._columns(columns, people, present)
        each = count * len(self.years)
        memory = memoryview((c_double * (each * len(self.outputs)))() if into is None else into).cast("B").cast("d")
        target = (c_double * len(memory)).from_buffer(memory)
        results = sized(Results, values=ctypes.addressof(target), capacity=len(memory))
        options = self._options(threads, keep_not_finite, False, cancellation, progress, choices, years)
        self._library.check(
            self._library.emp_evaluate(self._handle, rows, len(columns), count, byref(results), byref(options)))
        return {id: memory[place * each:(place + 1) * each] for place, id in enumerate(self.outputs)}

    def gains(
        self, columns: Mapping[str, Any], choices: Union[Choices, Sequence[Choice]], people: Optional[int] = None, *,
        output: Optional[str] = None, year: Optional[int] = None, present: Optional[Mapping[str, Any]] = None,
        cancellation: Optional[Cancellation] = None, progress: Optional[Callable[[int], None]] = None,
    ) -> Gains:
        """Tells what each choice brings to each person.

        output: the first one where it is not said; year: the last one."""
        rows, count, _lent = self._columns(columns, people, present)
        options = self._options(1, False, False, cancellation, progress, choices)
        width = options.lent_choices.count
        gains = Gains(*(_table(count, width) for _ in range(5)), *(_table(count) for _ in range(2)))
        places = {name: _address(values) for name, values in vars(gains).items()}
        memory = sized(GainMemory, capacity=count * width, **places)
        place = 0 if output is None else list(self.outputs).index(output)
        self._library.check(
            self._library.emp_evaluate_gains(
                self._handle, rows, len(columns), count, place, year or 0, byref(options), byref(memory)))
        return gains

    def _columns(
        self, columns: Mapping[str, Any], people: Optional[int], present: Optional[Mapping[str, Any]]
    ) -> tuple[Any, int, list[Buffer]]:
        lent = [(self._question(id), Buffer(values)) for id, values in columns.items()]
        bits = {id: Buffer(values) for id, values in (present or {}).items()}
        counts = [buffer.count for _, buffer in lent]
        count = people if people is not None else min(counts, default=0)
        rows = (Column * max(len(lent), 1))()
        for row, (question, buffer) in zip(rows, lent):
            type, formats, size = _TYPES[question.type]
            if buffer.format not in formats or buffer.item_size != size:
                raise TypeError(f"'{question.id}' takes {question.type}s, not items of the format '{buffer.format}'")
            row.size = ctypes.sizeof(Column)
            row.question, row.type = question.index, type
            row.values, row.count, row.stride = buffer.address, buffer.count, buffer.stride
            if question.id in bits:
                if bits[question.id].byte_count * 8 < count:
                    raise ValueError(f"the bits of '{question.id}' are fewer than {count} people")
                row.present = bits[question.id].address
        return rows, count, [buffer for _, buffer in lent] + list(bits.values())

    def _question(self, id: str) -> Question:
        try:
            return self.pack.questions[id]
        except KeyError:
            raise KeyError(f"{self.pack.id} asks no question '{id}'") from None

    def evaluate_arrow(
        self, people: Any, *, threads: int = 1, keep_not_finite: bool = False, ignore_other_columns: bool = False,
        cancellation: Optional[Cancellation] = None, progress: Optional[Callable[[int], None]] = None,
        choices: Doing = None,
    ) -> Union[pyarrow.RecordBatch, pyarrow.Table]:
        """Evaluates a table of people with a column a question: a record batch gives a record batch; a table, or
        anything that streams Arrow as a frame of Polars does, gives a table. Memory is lent both ways."""
        import pyarrow

        options = self._options(threads, keep_not_finite, ignore_other_columns, cancellation, progress, choices)
        if isinstance(people, pyarrow.RecordBatch):
            return self._evaluate_batch(people, options)
        table = people if isinstance(people, pyarrow.Table) else lent_table(people)
        if choices is not None:
            # The columns of choices are as long as the table.
            table = table.combine_chunks()
        batches = table.to_batches() or [pyarrow.RecordBatch.from_pylist([], schema=table.schema)]
        return pyarrow.Table.from_batches([self._evaluate_batch(batch, options) for batch in batches])

    def _evaluate_batch(self, batch: pyarrow.RecordBatch, options: Any) -> pyarrow.RecordBatch:
        import pyarrow

        # The structs of the interface: 10 words for an array, 9 for a schema.
        array, schema, results, types = ((ctypes.c_void_p * 10)() for _ in range(4))
        batch._export_to_c(ctypes.addressof(array), ctypes.addressof(schema))
        self._library.check(
            self._library.emp_evaluate_arrow(self._handle, array, schema, byref(options), results, types))
        return pyarrow.RecordBatch._import_from_c(ctypes.addressof(results), ctypes.addressof(types))

    def statistics(self) -> Statistics:
        """Empty statistics with a series an output, into which results are added."""
        return Statistics(self._library, self.outputs)

    def person(self, answers: Optional[Mapping[str, Any]] = None) -> Person:
        """Somebody who answers question after question."""
        person = Person(self)
        for id, answer in (answers or {}).items():
            person[id] = answer
        return person
