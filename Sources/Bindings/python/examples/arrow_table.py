"""Footprints of a table of Arrow, with the pack's own schema."""

import sys

import empreinte
import pyarrow as pa
import pyarrow.compute as pc

pack = empreinte.Engine().open(sys.argv[1] if len(sys.argv) > 1 else "models/france")
evaluator = pack.evaluator(["ghg"], years=range(pack.reference_year, pack.reference_year + 3))

people = pa.table(
    {
        "transport.car.km": pa.array([12_000, 0, None], pa.int32()),
        "transport.car.fuel": pa.array(["diesel", None, "electric"]).dictionary_encode(),
        "transport.car.has": pa.array([True, False, None]),
    })
for name, column in zip(evaluator.years, evaluator.evaluate_arrow(people).columns):
    print(name, [round(total) for total in column.to_pylist()], "mean", round(pc.mean(column).as_py()))
