"""The footprints of a population on Spark, the same to the last bit for any number of partitions.

    spark-submit spark_job.py models/france [PEOPLE]

Each partition opens the pack once and hands statistics over as bytes; those of partitions merge exactly, in any order.
On a cluster, ship the library and the pack, and say where executors find them:

    spark-submit --files libEmpreinteC.so --archives france.tar.gz#france \\
        --conf spark.executorEnv.EMPREINTE_LIBRARY=libEmpreinteC.so --py-files empreinte.zip spark_job.py france
"""

import os
import sys

import empreinte
import pyarrow as pa

OUTPUTS = ["ghg", "ghg.transport"]


def evaluator(pack_path):
    return empreinte.Engine().open(pack_path).evaluator(OUTPUTS)


def partition(pack_path, batches):
    """One row a partition: its statistics."""
    own = evaluator(pack_path)
    statistics = own.statistics()
    for batch in batches:
        # Spark takes dots in names for fields of structs.
        batch = batch.rename_columns([name.replace("/", ".") for name in batch.schema.names])
        results = own.evaluate_arrow(batch, ignore_other_columns=True)
        for output in OUTPUTS:
            statistics.add(output, results.column(output).to_numpy())
    yield pa.RecordBatch.from_pydict({"statistics": pa.array([statistics.to_bytes()], pa.binary())})


def population(count):
    """Invented people, some of whom have not answered."""
    return pa.RecordBatch.from_pydict(
        {
            "id": pa.array(range(count), pa.int64()),
            "transport/car/km": pa.array([None if i % 5 == 0 else float(i * 37 % 20_000) for i in range(count)]),
            "transport/car/fuel": pa.array(["petrol" if i % 2 else "electric" for i in range(count)]),
        })


def told(statistics):
    """What somebody would read: the mean, its spread and the median of each output."""
    return {
        output: (statistics.summary(output), statistics.quantile(output, 0.1), statistics.quantile(output, 0.5))
        for output in OUTPUTS
    }


if __name__ == "__main__":
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    path, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    people = population(count)
    own = evaluator(path)
    alone, together = own.statistics(), own.statistics()
    for batch in partition(path, [people]):
        alone.merge_bytes(batch.column("statistics")[0].as_py())
    spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    frame = spark.createDataFrame(pa.table(people)).repartition(7)
    rows = frame.mapInArrow(lambda batches: partition(path, batches), "statistics binary").collect()
    for row in rows:
        together.merge_bytes(bytes(row["statistics"]))
    mean = together.summary("ghg").mean
    print(f"{alone.summary('ghg').mean!r} alone, {mean!r} together, {len(rows)} partitions")
    sys.exit(0 if told(alone) == told(together) else 1)
