"""The mean footprint of a population on Spark, the same to the last bit for any number of partitions.

    spark-submit spark_job.py models/france [PEOPLE]

Each partition loads the pack once and hands over sums. A footprint is rounded once, to a millionth of its unit, and
added as an integer, so the order in which partitions are added does not matter.
"""

import os
import sys

import empreinte
import pyarrow as pa
import pyarrow.compute as pc

SCALE = 1_000_000


def sums(pack_path, batches):
    """One row a batch: how many people, and the sum of their footprints in millionths."""
    evaluator = empreinte.Engine().open(pack_path).evaluator(["ghg"])
    for batch in batches:
        # Spark takes dots in names for fields of structs.
        batch = batch.rename_columns([name.replace("/", ".") for name in batch.schema.names])
        total = evaluator.evaluate_arrow(batch, ignore_other_columns=True).column("ghg")
        millionths = pc.cast(pc.round(pc.multiply(total, SCALE)), pa.int64())
        yield pa.RecordBatch.from_pydict({"people": [len(batch)], "millionths": [pc.sum(millionths).as_py() or 0]})


def mean(rows):
    """The mean of merged sums."""
    people = sum(row["people"] for row in rows)
    return sum(row["millionths"] for row in rows) / people / SCALE


def population(count):
    """Invented people, some of whom have not answered."""
    return pa.RecordBatch.from_pydict(
        {
            "id": pa.array(range(count), pa.int64()),
            "transport/car/km": pa.array([None if i % 5 == 0 else float(i * 37 % 20_000) for i in range(count)]),
            "transport/car/fuel": pa.array(["petrol" if i % 2 else "electric" for i in range(count)]),
        })


if __name__ == "__main__":
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    path, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    people = population(count)
    alone = mean([row for batch in sums(path, [people]) for row in batch.to_pylist()])
    spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    frame = spark.createDataFrame(pa.table(people)).repartition(7)
    rows = frame.mapInArrow(lambda batches: sums(path, batches), "people long, millionths long").collect()
    together = mean([row.asDict() for row in rows])
    print(f"{alone!r} alone, {together!r} together, {len(rows)} batches")
    sys.exit(0 if alone == together else 1)
