"""Frames of others as tables of Arrow."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import polars
    import pyarrow


def lent_table(people: Any) -> pyarrow.Table:
    """What streams Arrow, as a table of memory that is lent."""
    import pyarrow

    polars = sys.modules.get("polars")
    if polars is None or not isinstance(people, polars.DataFrame):
        return pyarrow.table(people)
    # Polars would make the codes of these anew.
    lent = {series.name: _categories(series) for series in people if _is_lent(series)}
    others = pyarrow.table(people.drop(list(lent)))
    return pyarrow.table({name: lent[name] if name in lent else others.column(name) for name in people.columns})


def _is_lent(series: polars.Series) -> bool:
    """Whether its categories tell which code is which, and are few: all frames share them."""
    if not hasattr(getattr(series.dtype, "categories", None), "to_series"):
        return False
    highest = series.to_physical().max()
    return highest is not None and highest < 10_000


def _categories(series: polars.Series) -> pyarrow.DictionaryArray:
    import pyarrow

    codes, names = series.to_physical().to_arrow(), series.dtype.categories.to_series().to_arrow()
    # The library looks at every code anyway.
    return pyarrow.DictionaryArray.from_arrays(codes, names, safe=False)
