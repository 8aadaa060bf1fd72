"""The Python package against a pack worked out by hand, and its examples on models/france."""

import array
import json
import os
import subprocess
import sys
import tempfile
import threading
import unittest
import urllib.error
import urllib.request

import empreinte

try:
    import pyarrow as pa
except ImportError:
    pa = None

PACK = """
kind: pack
id: small
version: 1.0.0
language: en
years: {from: 2020, to: 2030, reference: 2025}
---
kind: questions
questions:
  km: {label: {en: Kilometres, fr: Kilomètres}, unit: km/year, range: [0, 100000], default: 1000}
  fuel: {options: {petrol: Petrol, electric: Electric}, default: petrol}
  has: {default: true}
---
kind: factors
factors:
  use: {by: fuel, options: {petrol: 0.5 kgCO2e/km, electric: 0.125 kgCO2e/km}, year: 2024, assumption: true, reason: test}
---
kind: formulas
formulas:
  drive: {gives: {ghg: "if has then km * use[fuel] else 0 kgCO2e/year"}}
---
kind: categories
categories: {travel: {contains: [drive]}}
---
kind: actions
actions:
  less: {who: person, domain: travel, effects: [{scale: {target: km, to: 50 %}}], assumption: true, reason: test}
  swap: {who: person, domain: travel, effects: [{set: {target: fuel, to: electric}}], assumption: true, reason: test}
"""

EXAMPLES = os.path.join(os.path.dirname(__file__), "../../../Sources/Bindings/python/examples")


def has(module):
    try:
        __import__(module)
        return True
    except ImportError:
        return False


class Small(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        path = os.path.join(folder.name, "small.yaml")
        with open(path, "w") as file:
            file.write(PACK)
        self.engine = empreinte.Engine()
        self.pack = self.engine.open(path)


class PackTests(Small):
    def test_a_pack_says_what_it_asks(self):
        self.assertEqual((self.pack.id, self.pack.reference_year, len(self.pack.years)), ("small", 2025, 11))
        self.assertEqual(list(self.pack.questions), ["km", "fuel", "has"])
        km = self.pack.questions_in("fr")["km"]
        self.assertEqual((km.label, km.unit, km.minimum, km.maximum, km.standing),
                         ("Kilomètres", "km/year", 0, 100000, 1000))
        self.assertEqual([option.id for option in self.pack.questions["fuel"].options], ["petrol", "electric"])

    def test_problems_are_raised(self):
        with self.assertRaises(empreinte.EmpreinteError) as raised:
            self.engine.open("/nowhere")
        self.assertEqual(raised.exception.code, "pack.not_found")

    def test_analyses_run(self):
        report = self.engine.run("footprint", self.pack, [{"id": "me", "answers": {"km": 8, "fuel": "electric"}}])
        self.assertEqual(report["people"][0]["indicators"]["ghg"]["total"], 1)
        text = self.engine.render("list", self.pack, options={"what": "questions"}, language="fr", format="text")
        self.assertIn("Kilomètres", text)
        self.assertIn("footprint", [analysis["id"] for analysis in self.engine.describe()["analyses"]])
        self.assertIsInstance(self.pack.check(), list)


class EvaluatorTests(Small):
    def test_columns_are_read_where_they_stand(self):
        evaluator = self.pack.evaluator(["ghg", "ghg.travel"])
        self.assertEqual(evaluator.outputs, {"ghg": "kgCO2e/year", "ghg.travel": "kgCO2e/year"})
        km = memoryview(array.array("d", [10, -1, 20, -1, 30])).toreadonly()[::2]
        totals = evaluator.evaluate(
            {"km": km, "fuel": array.array("i", [0, 1, 1]), "has": bytearray([1, 1, 0])}, present={"km": b"\x05"})
        self.assertEqual(list(totals["ghg"]), [5, 125, 0])
        self.assertEqual(list(totals["ghg.travel"]), [5, 125, 0])

    def test_results_go_where_they_are_asked(self):
        results = array.array("d", [0, 0, 7])
        km = array.array("d", [10, 20])
        self.assertEqual(list(self.pack.evaluator(["ghg"]).evaluate({"km": km}, into=results)["ghg"]), [5, 10])
        self.assertEqual(list(results), [5, 10, 7])
        with self.assertRaises(empreinte.EmpreinteError):
            self.pack.evaluator(["ghg"]).evaluate({"km": km}, into=array.array("d", [0]))
        with self.assertRaises(TypeError):
            self.pack.evaluator(["ghg"]).evaluate({"km": km}, into=bytes(16))

    def test_nobody_and_many(self):
        evaluator = self.pack.evaluator(["ghg"], years=range(2024, 2026))
        self.assertEqual(list(evaluator.evaluate({})["ghg"]), [])
        heard = []
        totals = evaluator.evaluate({}, people=20_000, threads=2, progress=heard.append)
        self.assertEqual(set(totals["ghg"]), {500.0})
        self.assertEqual((len(totals["ghg"]), heard[-1]), (40_000, 20_000))

    def test_wrong_answers_are_named(self):
        evaluator = self.pack.evaluator(["ghg"])
        with self.assertRaises(empreinte.EmpreinteError) as raised:
            evaluator.evaluate({"km": array.array("d", [1, float("nan")])})
        self.assertEqual((raised.exception.code, raised.exception.person), ("answer.not_finite", 1))
        with self.assertRaises(TypeError):
            evaluator.evaluate({"km": array.array("f", [1])})
        with self.assertRaises(KeyError):
            evaluator.evaluate({"kn": array.array("d", [1])})
        with self.assertRaises(BufferError if not has("numpy") else (BufferError, TypeError)):
            evaluator.evaluate({"km": [1.0]})

    def test_cancelling_stops(self):
        cancellation = empreinte.Cancellation(self.pack)
        cancellation.cancel()
        with self.assertRaises(empreinte.EmpreinteError) as raised:
            self.pack.evaluator().evaluate({}, people=10, cancellation=cancellation)
        self.assertTrue(raised.exception.is_cancelled)

    def test_threads_share_an_evaluator(self):
        evaluator = self.pack.evaluator(["ghg"])
        km = array.array("d", range(10_000))
        results = [None] * 4

        def work(place):
            results[place] = list(evaluator.evaluate({"km": km})["ghg"])

        threads = [threading.Thread(target=work, args=[place]) for place in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertTrue(all(result == [value / 2 for value in range(10_000)] for result in results))

    def test_one_person_answers(self):
        person = self.pack.evaluator(["ghg"], years=range(2024, 2026)).person({"km": 80})
        self.assertEqual(person.totals(), {"ghg": [40, 40]})
        person["fuel"] = "electric"
        self.assertEqual(person.totals(), {"ghg": [10, 10]})
        del person["km"]
        self.assertEqual(person.totals(), {"ghg": [125, 125]})
        person["km"] = "0.8 km/week"
        self.assertAlmostEqual(person.totals()["ghg"][0], 0.8 * 365 / 7 / 8)
        person["has"] = "non"
        self.assertEqual(person.totals(), {"ghg": [0, 0]})
        with self.assertRaises(empreinte.EmpreinteError) as raised:
            person["fuel"] = "coal"
        self.assertEqual(raised.exception.code, "answer.option")
        with self.assertRaises(empreinte.EmpreinteError):
            person["km"] = -1


class ChoiceTests(Small):
    def test_people_choose(self):
        less = empreinte.Choice("less", level=array.array("d", [0, 0.5, 1]))
        swap = empreinte.Choice("swap", start=array.array("i", [2025, 2025, 2026]), adoption=0.5)
        evaluator = self.pack.evaluator(["ghg"], years=range(2025, 2027))
        totals = evaluator.evaluate({}, people=3, choices=[less, swap])["ghg"]
        self.assertEqual(list(totals), [312.5, 234.375, 250, 312.5, 234.375, 156.25])
        swap = empreinte.Choice("swap", adoption_by_year=[0, 1])
        self.assertEqual(list(evaluator.evaluate({}, people=1, choices=[swap])["ghg"]), [500, 125])
        plan = empreinte.Choices(plan="- {action: less, start: 2026}")
        self.assertEqual(list(evaluator.evaluate({}, people=1, choices=plan)["ghg"]), [500, 250])

    def test_draws_go_with_ids(self):
        swap = [empreinte.Choice("swap", adoption=0.5)]
        ids = [f"p{place}" for place in range(50)]
        evaluator = self.pack.evaluator(["ghg"])

        def totals(ids):
            return list(evaluator.evaluate({}, people=50, choices=empreinte.Choices(swap, draw=True, ids=ids))["ghg"])

        self.assertEqual(totals(ids[::-1]), totals(ids)[::-1])
        self.assertEqual(set(totals(ids)), {125, 500})

    def test_gains_are_told(self):
        less, swap = empreinte.Choice("less"), empreinte.Choice("swap", level=bytearray([1, 0]))
        gains = self.pack.evaluator(["ghg"]).gains({}, [less, swap], people=2)
        self.assertEqual(gains.alone.tolist(), [[250, 375], [250, 0]])
        self.assertEqual(gains.shapley.tolist(), [[156.25, 281.25], [250, 0]])
        self.assertEqual((list(gains.before), list(gains.after)), ([500, 500], [62.5, 250]))

    def test_wrong_choices_are_named(self):
        evaluator = self.pack.evaluator(["ghg"])
        with self.assertRaises(empreinte.EmpreinteError) as raised:
            evaluator.evaluate({}, people=2, choices=[empreinte.Choice("less", level=array.array("d", [1, 2]))])
        self.assertEqual((raised.exception.code, raised.exception.person), ("choice.level", 1))
        with self.assertRaises(empreinte.EmpreinteError):
            evaluator.evaluate({}, people=1, choices=[empreinte.Choice("lesser")])
        with self.assertRaises(TypeError):
            evaluator.evaluate({}, people=1, choices=[empreinte.Choice("less", level=array.array("f", [1]))])

    @unittest.skipUnless(has("polars"), "polars is missing")
    def test_frames_lend_options_of_every_type(self):
        import polars as pl

        evaluator = self.pack.evaluator(["ghg"])
        # Categories that other frames made first have their place among those of all.
        others = pl.Series(["coal", "steam", "petrol"], dtype=pl.Categorical)
        fuels = ["electric", None, "petrol"]
        for type in [pl.Categorical, pl.Enum(["petrol", "electric", "coal"]), pl.String]:
            frame = pl.DataFrame({"km": [1000.0, 1000.0, None], "fuel": pl.Series(fuels, dtype=type)})
            for part in [frame, frame.filter(pl.col("km").is_null()), pl.concat([frame, frame], rechunk=False)]:
                whole = [125, 500, 500] * (len(part) // 3) or [500]
                self.assertEqual(evaluator.evaluate_arrow(part).column("ghg").to_pylist(), whole, type)
        with self.assertRaises(empreinte.EmpreinteError) as raised:
            evaluator.evaluate_arrow(pl.DataFrame({"fuel": others}))
        self.assertEqual((raised.exception.code, raised.exception.person), ("answer.option", 0))

    def test_years_are_of_each(self):
        evaluator = self.pack.evaluator(["ghg"])
        totals = evaluator.evaluate(
            {}, people=2, choices=[empreinte.Choice("less", start=2027)], years=array.array("i", [2026, 2027]))
        self.assertEqual(list(totals["ghg"]), [500, 250])

    def test_trajectories_are_those_of_the_analysis(self):
        pack = self.engine.open("models/france")
        evaluator = pack.evaluator(["ghg"], years=range(2025, 2051))
        choices = [
            empreinte.Choice("transport.drive_less", start=2026),
            empreinte.Choice("transport.electric_car", level=0.5, start=2028, adoption=0.3)]
        km = array.array("d", [9000, 15000])
        totals = evaluator.evaluate({"transport.car.km": km}, choices=choices)["ghg"]
        plan = [
            {"action": "transport.drive_less", "start": 2026},
            {"action": "transport.electric_car", "start": 2028, "level": 0.5, "adoption": 0.3}]
        for place, distance in enumerate(km):
            people = {"kind": "people", "people": [{"id": "me", "answers": {"transport.car.km": distance}}]}
            documents = "\n---\n".join(json.dumps(item) for item in [people, {"kind": "plan", "plan": plan}])
            report = self.engine.run("trajectory", pack, f"---\n{documents}\n")
            self.assertEqual(report["people"][0]["ghg"]["total"], list(totals[place::2]))


class StatisticsTests(Small):
    def test_parts_are_the_whole(self):
        evaluator = self.pack.evaluator(["ghg"])
        totals = evaluator.evaluate({"km": array.array("d", range(1000))})["ghg"]
        whole, merged = evaluator.statistics(), evaluator.statistics()
        whole.add("ghg", totals)
        for start in (700, 0, 300):
            part = evaluator.statistics()
            part.add("ghg", totals[start:{700: 1000, 0: 300, 300: 700}[start]])
            merged.merge_bytes(part.to_bytes())
        self.assertEqual(merged.summary("ghg"), whole.summary("ghg"))
        self.assertEqual(merged.summary("ghg").mean, 999 / 4)
        self.assertEqual(merged.quantile("ghg", 0.9), whole.quantile("ghg", 0.9))
        weighted = evaluator.statistics()
        weighted.add("ghg", array.array("d", [10, 20]), array.array("d", [3, 1]))
        self.assertEqual(weighted.summary("ghg").mean, 12.5)
        with self.assertRaises(empreinte.EmpreinteError):
            weighted.merge_bytes(b"EMPSTAT1 and more")
        with self.assertRaises(TypeError):
            weighted.add("ghg", array.array("f", [1]))
        with self.assertRaises(KeyError):
            weighted.add("energy", totals)


@unittest.skipIf(pa is None, "pyarrow is missing")
class ArrowTests(Small):
    def test_batches_and_tables(self):
        evaluator = self.pack.evaluator(["ghg"])
        batch = pa.record_batch({
            "km": pa.array([10, None, 30], pa.float32()), "fuel": pa.array(["petrol", "electric", None]),
            "has": pa.array([True, True, False])})
        self.assertEqual(evaluator.evaluate_arrow(batch).column("ghg").to_pylist(), [5, 125, 0])
        self.assertEqual(evaluator.evaluate_arrow(batch.slice(1)).column("ghg").to_pylist(), [125, 0])
        table = pa.Table.from_batches([batch.slice(0, 2), batch.slice(2)])
        self.assertEqual(evaluator.evaluate_arrow(table).column("ghg").to_pylist(), [5, 125, 0])
        for type in [
            pa.string_view(), pa.large_string(), pa.dictionary(pa.int8(), pa.string()),
            pa.dictionary(pa.uint32(), pa.large_string()),
        ]:
            fuels = pa.record_batch({"fuel": pa.array(["electric", None, "petrol"]).cast(type)})
            self.assertEqual(evaluator.evaluate_arrow(fuels).column("ghg").to_pylist(), [125, 500, 500])
        # As Polars lends its categories.
        words = pa.array(["petrol", "electric"], pa.string_view())
        fuels = pa.DictionaryArray.from_arrays(pa.array([1, None, 0], pa.uint32()), words)
        self.assertEqual(
            evaluator.evaluate_arrow(pa.record_batch({"fuel": fuels})).column("ghg").to_pylist(), [125, 500, 500])

    @unittest.skipUnless(has("polars"), "polars is missing")
    def test_frames_lend_options_of_every_type(self):
        import polars as pl

        evaluator = self.pack.evaluator(["ghg"])
        # Categories that other frames made first have their place among those of all.
        others = pl.Series(["coal", "steam", "petrol"], dtype=pl.Categorical)
        fuels = ["electric", None, "petrol"]
        for type in [pl.Categorical, pl.Enum(["petrol", "electric", "coal"]), pl.String]:
            frame = pl.DataFrame({"km": [1000.0, 1000.0, None], "fuel": pl.Series(fuels, dtype=type)})
            for part in [frame, frame.filter(pl.col("km").is_null()), pl.concat([frame, frame], rechunk=False)]:
                whole = [125, 500, 500] * (len(part) // 3) or [500]
                self.assertEqual(evaluator.evaluate_arrow(part).column("ghg").to_pylist(), whole, type)
        with self.assertRaises(empreinte.EmpreinteError) as raised:
            evaluator.evaluate_arrow(pl.DataFrame({"fuel": others}))
        self.assertEqual((raised.exception.code, raised.exception.person), ("answer.option", 0))

    def test_years_are_of_each(self):
        evaluator = self.pack.evaluator(["ghg"])
        batch = pa.record_batch({"km": pa.array([10.0, 20.0]), "year": pa.array([2026, None], pa.int16())})
        self.assertEqual(evaluator.evaluate_arrow(batch).column("ghg").to_pylist(), [5, 10])
        with self.assertRaises(empreinte.EmpreinteError) as raised:
            evaluator.evaluate_arrow(pa.record_batch({"year": pa.array([2025, 2031])}))
        self.assertEqual((raised.exception.code, raised.exception.person), ("year.outside", 1))

    def test_memory_goes_back(self):
        evaluator = self.pack.evaluator(["ghg"])
        before = pa.total_allocated_bytes()
        for _ in range(3):
            result = evaluator.evaluate_arrow(pa.record_batch({"km": pa.array([1.0] * 10_000)}))
            with self.assertRaises(empreinte.EmpreinteError):
                evaluator.evaluate_arrow(pa.record_batch({"km": pa.array(["a"])}))
            del result
        self.assertEqual(pa.total_allocated_bytes(), before)

    def test_empty_tables(self):
        evaluator = self.pack.evaluator(["ghg"])
        self.assertEqual(evaluator.evaluate_arrow(pa.table({"km": pa.array([], pa.float64())})).num_rows, 0)


class ExampleTests(unittest.TestCase):
    def example(self, name, *arguments):
        run = subprocess.run(
            [sys.executable, os.path.join(EXAMPLES, name), "models/france", *arguments], capture_output=True, text=True)
        self.assertEqual(run.returncode, 0, run.stderr)
        return run.stdout

    @unittest.skipUnless(has("pyarrow"), "pyarrow is missing")
    def test_arrow_table(self):
        lines = self.example("arrow_table.py").splitlines()
        self.assertEqual([line.split(" ")[0] for line in lines], ["2025", "2026", "2027"])

    @unittest.skipUnless(has("polars") and has("pyarrow"), "polars is missing")
    def test_polars_frame(self):
        self.assertIn("Chloé", self.example("polars_frame.py"))

    @unittest.skipUnless(has("duckdb") and has("pyarrow"), "duckdb is missing")
    def test_duckdb_query(self):
        self.assertIn("kilograms", self.example("duckdb_query.py"))

    @unittest.skipUnless(has("pyspark") and has("pandas") and has("pyarrow"), "pyspark is missing")
    def test_spark_job(self):
        self.assertIn("together", self.example("spark_job.py", "5000"))

    def test_web(self):
        server = subprocess.Popen(
            [sys.executable, os.path.join(EXAMPLES, "web.py"), "models/france", "0"], stdout=subprocess.PIPE, text=True)
        try:
            address = server.stdout.readline().strip()

            def post(body):
                with urllib.request.urlopen(address, data=body.encode()) as reply:
                    return json.load(reply)

            totals = post('{"transport.car.km": 12000, "transport.car.fuel": "diesel"}')
            self.assertGreater(totals["ghg"], totals["ghg.transport"])
            with self.assertRaises(urllib.error.HTTPError) as refused:
                post('{"transport.car.km": -1}')
            self.assertEqual(refused.exception.code, 422)
            self.assertEqual(json.load(refused.exception)["code"], "answer.range")
            refused.exception.close()
            with self.assertRaises(urllib.error.HTTPError) as wrong:
                post("nothing")
            self.assertEqual(wrong.exception.code, 400)
            wrong.exception.close()
        finally:
            server.kill()
            server.wait()
            server.stdout.close()


if __name__ == "__main__":
    unittest.main()
