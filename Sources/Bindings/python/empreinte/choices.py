"""What people do: actions, from when, how strongly, by how many."""

from __future__ import annotations

import ctypes
from ctypes import c_double, pointer
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Optional, Sequence, Union

from ._buffer import Buffer
from ._library import ChoiceItem, ChoiceList, Column, sized, strings

if TYPE_CHECKING:
    from .pack import Pack


@dataclass(frozen=True)
class Choice:
    """An action that people take; by everybody it concerns, wholly, where nothing is said."""

    action: str
    #: From 0, which is not at all, to 1; or a buffer, an item a person: float64, int32 positions of named levels, or
    #: flags.
    level: Any = 1.0
    #: The year it starts, else the action's own, else the evaluator's first; or a buffer of int32.
    start: Any = None
    #: The share of those concerned who take it; or a buffer of float64.
    adoption: Any = 1.0
    #: The share in each year of the evaluator, instead of `adoption`.
    adoption_by_year: Optional[Sequence[float]] = None


@dataclass(frozen=True)
class Choices:
    """What people do."""

    #: In the order of choice, each action once.
    items: Sequence[Choice] = field(default_factory=tuple)
    #: A scenario of the pack, which counts for actions that are not among the items.
    scenario: Optional[str] = None
    #: A document of kind plan, in YAML or JSON; it counts over the scenario, and the items over it.
    plan: Optional[str] = None
    #: Whether each person switches options or not, as the seed and the id say, rather than being the mean of those who
    #: do and those who do not.
    draw: bool = False
    seed: int = 1
    #: The id of each person, for what is drawn.
    ids: Optional[Sequence[str]] = None
    #: Whether who takes an action that does not concern them is passed by instead of being refused.
    pass_unconcerned: bool = False


class LentChoices:
    """Choices as the C library takes them, and the memory they stand in."""

    def __init__(self, choices: Union[Choices, Sequence[Choice]], pack: Pack) -> None:
        given = choices if isinstance(choices, Choices) else Choices(tuple(choices))
        self._kept: list[Any] = []
        self.count = len(given.items)
        items = (ChoiceItem * max(self.count, 1))()
        for item, choice in zip(items, given.items):
            self._fill(item, choice, pack)
        ids = None if given.ids is None else strings(list(given.ids))
        plan = None if given.plan is None else given.plan.encode()
        self._kept += [items, ids]
        self.struct = sized(
            ChoiceList, items=items, count=self.count, scenario=given.scenario.encode() if given.scenario else None,
            plan=plan, plan_size=len(plan or b""), splitting=int(given.draw),
            passes_unconcerned=int(given.pass_unconcerned), seed=given.seed, ids=ids,
            id_count=0 if given.ids is None else len(given.ids))

    def _fill(self, item: Any, choice: Choice, pack: Pack) -> None:
        item.size = ctypes.sizeof(ChoiceItem)
        item.action = pack.find_action(choice.action)
        item.level, item.adoption = 1, 1
        if isinstance(choice.level, (int, float)):
            item.level = choice.level
        else:
            item.levels = self._column(choice.level, {"d": (1, 8), "i": (2, 4), "B": (3, 1), "?": (3, 1), "b": (3, 1)})
        if isinstance(choice.start, int):
            item.start = choice.start
        elif choice.start is not None:
            item.starts = self._column(choice.start, {"i": (2, 4)})
        if isinstance(choice.adoption, (int, float)):
            item.adoption = choice.adoption
        else:
            item.adoptions = self._column(choice.adoption, {"d": (1, 8)})
        if choice.adoption_by_year is not None:
            shares = (c_double * len(choice.adoption_by_year))(*choice.adoption_by_year)
            self._kept.append(shares)
            item.yearly_adoption, item.yearly_adoption_count = shares, len(shares)

    def _column(self, values: Any, types: dict[str, tuple[int, int]]) -> Any:
        column, buffer = lent_column(values, types)
        self._kept += [column, buffer]
        return pointer(column)


def lent_column(values: Any, types: dict[str, tuple[int, int]]) -> tuple[Any, Buffer]:
    """A column over anything with a buffer.

    types: by format of an item, the type of the column and the size."""
    buffer = Buffer(values)
    type, size = types.get(buffer.format, (0, 0))
    if buffer.item_size != size:
        raise TypeError(f"items of the format '{buffer.format}' will not do; there are {', '.join(types)}")
    column = sized(Column, type=type, values=buffer.address, count=buffer.count, stride=buffer.stride)
    return column, buffer
