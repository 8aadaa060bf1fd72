"""Rankings and consensus written from their definitions, as slowly as they read, on random ballots.

Prints one JSON document: what was drawn and what comes out. `python3 reference.py > reference.json`
"""

import json
import random
from fractions import Fraction
from itertools import combinations
from math import lcm, log2, sqrt


def consensus(counts):
    total = sum(counts)
    mean = sum(i * c for i, c in enumerate(counts, 1)) / total
    width = len(counts) - 1
    return 1 + sum(c / total * log2(1 - abs(i - mean) / width) for i, c in enumerate(counts, 1) if c)


def agreement(counts):
    k, total, left, result = len(counts), sum(counts), list(counts), Fraction(0)
    while any(left):
        height = min(c for c in left if c)
        pattern = "".join("1" if c else "0" for c in left)
        triples = ["".join(t) for t in combinations(pattern, 3)]
        tu = triples.count("110") + triples.count("011")
        tdu = triples.count("101")
        u = Fraction((k - 2) * tu - (k - 1) * tdu, (k - 2) * (tu + tdu)) if tu + tdu else Fraction(1)
        s = pattern.count("1")
        result += Fraction(height * s, total) * u * (1 - Fraction(s - 1, k - 1))
        left = [c - height if c else 0 for c in left]
    return float(result)


def majority_values(ballots):
    """The grades in the order in which median ballots are taken away."""
    left, taken = sorted(ballots), []
    while left:
        taken.append(left.pop((len(left) - 1) // 2))
    return taken


def places(keys):
    """1, 2, 2, 4 for keys of which the largest is best; None for those without one."""
    known = [k for k in keys if k is not None]
    return [None if k is None else 1 + sum(other > k for other in known) for k in keys]


def majority_judgement(columns):
    size = lcm(*(len(c) for c in columns if c))
    return places([majority_values(c * (size // len(c))) if c else None for c in columns])


def borda(table):
    sums, voters = [Fraction(0)] * len(table[0]), [0] * len(table[0])
    for row in table:
        graded = [p for p, g in enumerate(row) if g is not None]
        if len(graded) < 2:
            continue
        for p in graded:
            beneath = sum(row[q] < row[p] for q in graded)
            level = sum(row[q] == row[p] for q in graded) - 1
            sums[p] += (beneath + Fraction(level, 2)) / (len(graded) - 1)
            voters[p] += 1
    return [s / v if v else None for s, v in zip(sums, voters)]


def scaled(rows, wants_more):
    columns = []
    for column, more in zip(zip(*rows), wants_more):
        low, high = min(column), max(column)
        if low == high:
            columns.append(None)
        else:
            columns.append([(x - low if more else high - x) / (high - low) for x in column])
    return columns


def weights_of(columns, weights):
    total = sum(w for c, w in zip(columns, weights) if c is not None)
    return [0 if c is None else w / total for c, w in zip(columns, weights)]


def weighted_sum(rows, wants_more, weights):
    columns = scaled(rows, wants_more)
    weights = weights_of(columns, weights)
    return [sum(w * c[i] for c, w in zip(columns, weights) if c is not None) for i in range(len(rows))]


def topsis(rows, wants_more, weights, vector):
    columns = scaled(rows, wants_more)
    weights = weights_of(columns, weights)
    if vector:
        columns = [
            [(x if more else -x) / sqrt(sum(y * y for y in column)) for x in column]
            for column, more in zip(zip(*rows), wants_more)
        ]
    used = [[w * x for x in c] for c, w in zip(columns, weights) if w > 0]
    closeness = []
    for i in range(len(rows)):
        best = sqrt(sum((max(c) - c[i]) ** 2 for c in used))
        worst = sqrt(sum((c[i] - min(c)) ** 2 for c in used))
        closeness.append(worst / (best + worst))
    return closeness


def promethee(rows, wants_more, weights):
    weights = weights_of(scaled(rows, wants_more), weights)

    def preference(a, b):
        return sum(w for x, y, more, w in zip(a, b, wants_more, weights) if (x > y if more else x < y))

    n = len(rows)
    return [
        sum(preference(rows[i], rows[j]) - preference(rows[j], rows[i]) for j in range(n) if j != i) / (n - 1)
        for i in range(n)
    ]


def pareto(rows, wants_more):
    def dominates(a, b):
        better = [(x > y) if more else (x < y) for x, y, more in zip(a, b, wants_more)]
        worse = [(x < y) if more else (x > y) for x, y, more in zip(a, b, wants_more)]
        return any(better) and not any(worse)

    layers, left, layer = [0] * len(rows), set(range(len(rows))), 0
    while left:
        layer += 1
        free = {i for i in left if not any(dominates(rows[j], rows[i]) for j in left if j != i)}
        for i in free:
            layers[i] = layer
        left -= free
    return layers


def equal_shares(table, low, costs, budget):
    purses = [Fraction(budget, len(table))] * len(table)
    chosen, left = [], [p for p in range(len(costs))]
    while True:
        offers = []
        for p in left:
            wants = [0 if row[p] is None else row[p] - low for row in table]
            payers = [v for v in range(len(table)) if wants[v] > 0]
            if sum(purses[v] for v in payers) < costs[p]:
                continue
            # The price solves a sum that rises with it: try every purse as the last that does not suffice.
            for k in range(len(payers) + 1):
                order = sorted(payers, key=lambda v: purses[v] / wants[v])
                rest = Fraction(costs[p]) - sum(purses[v] for v in order[:k])
                wanted = sum(wants[v] for v in order[k:])
                price = rest / wanted if wanted else max(purses[v] / wants[v] for v in payers)
                if sum(min(purses[v], price * wants[v]) for v in payers) == costs[p]:
                    offers.append((price, p))
                    break
        if not offers:
            return chosen
        price, p = min(offers)
        for v, row in enumerate(table):
            if row[p] is not None:
                purses[v] -= min(purses[v], price * (row[p] - low))
        chosen.append(p)
        left.remove(p)


def main():
    draw = random.Random(20260822)
    cases = []
    for number in range(60):
        grades = draw.randint(3, 7)
        voters, proposals = draw.randint(2, 14), draw.randint(2, 9)
        blank = draw.choice([0, 0, 0.1, 0.3])
        lean = [draw.random() for _ in range(proposals)]
        table = [
            [
                None if draw.random() < blank else 1 + sum(draw.random() < lean[p] for _ in range(grades - 1))
                for p in range(proposals)
            ]
            for _ in range(voters)
        ]
        columns = [[row[p] for row in table if row[p] is not None] for p in range(proposals)]
        counts = [[column.count(g) for g in range(1, grades + 1)] for column in columns]
        criteria = draw.randint(1, 4)
        wants_more = [draw.random() < 0.5 for _ in range(criteria)]
        weights = [draw.randint(1, 5) for _ in range(criteria)]
        rows = [[draw.randint(-3, 9) for _ in range(criteria)] for _ in range(proposals)]
        if all(len(set(column)) == 1 for column in zip(*rows)):
            rows[0][0] += 1
        if any(not any(column) for column in zip(*rows)):
            rows[0] = [x + 1 for x in rows[0]]
        costs = [draw.randint(1, 40) * 100 for _ in range(proposals)]
        budget = draw.randint(20, 150) * 100
        cases.append(
            {
                "grades": grades,
                "table": table,
                "consensus": [consensus(c) if sum(c) else None for c in counts],
                "agreement": [agreement(c) if sum(c) else None for c in counts],
                "majority": majority_judgement(columns),
                "mean": [sum(c) / len(c) if c else None for c in columns],
                "borda": [None if s is None else float(s) for s in borda(table)],
                "wants_more": wants_more,
                "weights": weights,
                "rows": rows,
                "weighted_sum": weighted_sum(rows, wants_more, weights),
                "topsis_min_max": topsis(rows, wants_more, weights, False),
                "topsis_vector": topsis(rows, wants_more, weights, True),
                "promethee": promethee(rows, wants_more, weights),
                "pareto": pareto(rows, wants_more),
                "costs": costs,
                "budget": budget,
                "equal_shares": equal_shares(table, 1, costs, budget),
            }
        )
    lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
    print('{"cases":[\n' + lines + "\n]}")


main()
