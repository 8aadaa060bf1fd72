"""Footprints of the rows of a query, a batch at a time: memory does not grow with their number."""

import sys

import duckdb
import empreinte
import pyarrow as pa

pack = empreinte.Engine().open(sys.argv[1] if len(sys.argv) > 1 else "models/france")
evaluator = pack.evaluator(["ghg"])

# One connection reads people while another one sums their footprints.
people = duckdb.connect().sql("""
    SELECT range AS id, (range * 37) % 20000 AS "transport.car.km", range % 3 = 0 AS "transport.car.has"
    FROM range(100000)
""")


def footprints():
    for batch in people.to_arrow_reader(8192):
        results = evaluator.evaluate_arrow(batch, ignore_other_columns=True)
        yield pa.RecordBatch.from_arrays(
            [batch.column("id"), batch.column("transport.car.has"), results.column("ghg")], ["id", "has_car", "ghg"])


schema = pa.schema([("id", pa.int64()), ("has_car", pa.bool_()), ("ghg", pa.float64())])
reader = pa.RecordBatchReader.from_batches(schema, footprints())
print(duckdb.sql("SELECT has_car, count(*) AS people, round(avg(ghg)) AS kilograms FROM reader GROUP BY 1 ORDER BY 1"))
