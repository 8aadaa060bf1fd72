"""Footprints of a frame of Polars: the frame lends its memory, and gets columns back."""

import sys

import empreinte
import polars as pl

pack = empreinte.Engine().open(sys.argv[1] if len(sys.argv) > 1 else "models/france")
evaluator = pack.evaluator(["ghg", "ghg.transport"])

people = pl.DataFrame(
    {
        "name": ["Ana", "Bo", "Chloé"],
        "transport.car.km": [12_000.0, 0.0, None],
        "transport.car.fuel": pl.Series(["diesel", None, "electric"], dtype=pl.Categorical),
    })
footprints = pl.from_arrow(evaluator.evaluate_arrow(people, ignore_other_columns=True))
print(pl.concat([people, footprints], how="horizontal"))
