"""What tables cost: a million people through Python, as numpy columns, Arrow batches, Polars and DuckDB.

    EMPREINTE_LIBRARY=~/.local/lib/libEmpreinteC.so PYTHONPATH=../Sources/Bindings/python \\
        python3 python/tables.py ../models/france

Every way computes the same outputs of the same people, which are compared to the bit. The rate of C is that of the
same call on the same columns, with results in memory that is new each time, or used again."""

import ctypes
import resource
import statistics
import sys
import time

import duckdb
import numpy
import polars
import pyarrow as pa

import empreinte

PEOPLE, ROUNDS, WIDTH = 1_000_000, 7, 60


def answers(pack):
    """Columns of the first questions, by id, with zeros where nobody answered, and the same as Arrow has them."""
    random = numpy.random.default_rng(1)
    columns, bits, arrays = {}, {}, {}
    for question in list(pack.questions.values())[:WIDTH]:
        present = random.random(PEOPLE) < 0.8
        if question.type == "number":
            low = max(question.minimum, 0.0)
            values = random.uniform(low, min(question.maximum, low + 10 * max(question.standing, 1.0)), PEOPLE)
            values[~present] = 0
            arrays[question.id] = pa.array(values, mask=~present)
        elif question.type == "option":
            values = random.integers(0, len(question.options), PEOPLE, dtype=numpy.int32)
            values[~present] = 0
            names = pa.array([option.id for option in question.options])
            arrays[question.id] = pa.DictionaryArray.from_arrays(pa.array(values, mask=~present), names)
        else:
            values = random.random(PEOPLE) < 0.5
            values[~present] = 0
            arrays[question.id] = pa.array(values, mask=~present)
        columns[question.id] = values
        bits[question.id] = numpy.packbits(present, bitorder="little")
    return columns, bits, pa.RecordBatch.from_pydict(arrays)


def in_duckdb(table, options):
    """Tables of the same people in a database, options as texts and as types that list them."""
    duck = duckdb.connect()
    duck.register("lent", table)
    duck.sql("create table texts as from lent")
    types = {id: "enum(" + ", ".join(f"'{option}'" for option in ids) + ")" for id, ids in options.items()}
    casts = ", ".join(f'"{id}"::{types[id]} as "{id}"' if id in types else f'"{id}"' for id in table.column_names)
    duck.sql(f"create table enums as select {casts} from lent")
    return duck


def timed(ways):
    """The median processor time of each way in nanoseconds a person, the ways taken in turn. Each runs once before it is
    timed, so that none pays for memory the one before it gave back to the system."""
    times = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, way in ways.items():
            kept = way()
            del kept
            start = time.process_time()
            kept = way()
            times[name].append(time.process_time() - start)
            del kept
    return {name: statistics.median(some) * 1e9 / PEOPLE for name, some in times.items()}


def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main():
    pack = empreinte.Engine().open(sys.argv[1])
    evaluator = pack.evaluator()
    columns, bits, batch = answers(pack)
    again = (ctypes.c_double * (PEOPLE * len(evaluator.outputs)))()
    first = evaluator.evaluate(columns, present=bits, keep_not_finite=True)

    before = peak()
    arrow = evaluator.evaluate_arrow(batch, keep_not_finite=True)
    grown, size = peak() - before, PEOPLE * 8 * len(evaluator.outputs) / (1 << 20)
    table = pa.Table.from_batches([batch])
    options = {q.id: [option.id for option in q.options] for q in pack.questions.values() if q.id in columns and q.options}
    frame = polars.from_arrow(table)
    of_enums = frame.with_columns(polars.col(id).cast(polars.Enum(ids)) for id, ids in options.items())
    duck = in_duckdb(table, options)
    lent = {name: duck.sql(f"from {name}").to_arrow_table() for name in ("enums", "texts")}

    def evaluate(people):
        return evaluator.evaluate_arrow(people, keep_not_finite=True)

    for results in [arrow, evaluate(frame), evaluate(of_enums), *map(evaluate, lent.values())]:
        for output in evaluator.outputs:
            own = pa.chunked_array(results.column(output)) if results is not arrow else results.column(output)
            assert numpy.array_equal(own.to_numpy(), numpy.asarray(first[output]), equal_nan=True), output
    ways = {
        "C, memory used again": lambda: evaluator.evaluate(columns, present=bits, into=again, keep_not_finite=True),
        "C, new memory": lambda: evaluator.evaluate(columns, present=bits, keep_not_finite=True),
        "Arrow": lambda: evaluate(batch),
        "Polars, Enum": lambda: evaluate(of_enums),
        "Polars, Categorical": lambda: evaluate(frame),
        "Polars, Categorical, its export alone": lambda: pa.table(frame),
        "what DuckDB gave, ENUM": lambda: evaluate(lent["enums"]),
        "what DuckDB gave, VARCHAR": lambda: evaluate(lent["texts"]),
        "DuckDB, ENUM, its query alone": lambda: duck.sql("from enums").to_arrow_table(),
        "DuckDB, ENUM, with its query": lambda: evaluate(duck.sql("from enums").to_arrow_table()),
        "DuckDB, VARCHAR, its query alone": lambda: duck.sql("from texts").to_arrow_table(),
        "DuckDB, VARCHAR, with its query": lambda: evaluate(duck.sql("from texts").to_arrow_table()),
    }
    rates = timed(ways)
    new, again_used = rates["C, new memory"], rates["C, memory used again"]
    for name, rate in rates.items():
        print(f"{name}: {rate:.0f} ns a person, {new / rate:.2f} x C in new memory, {again_used / rate:.2f} x in used")
    print(f"memory grew by {grown:.0f} MB for results of {size:.0f} MB")


if __name__ == "__main__":
    main()
