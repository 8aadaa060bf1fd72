#!/usr/bin/env python3
"""Footprints of golden people of the packs that extend models/france, computed without the packs.

What is local is typed in here from its source; all the rest is the French computation.
Prints {pack: {person: {total, category: value}}} in kgCO2e a year.
"""
import json

import france


def metropolis(households_with_car, metro):
    """Defaults of a French metropolis: fewer cars, no other distance for those who have one."""
    return {"car_km": france.DEFAULT["car_km"] * households_with_car / 0.81, "metro": metro}


DEFAULTS = {
    "rouen": metropolis(0.7695, "large_city"),
    "brest": metropolis(0.7990, "medium_city"),
    "grenoble": metropolis(0.7640, "large_city"),
    "belgium": {},
}

# kgCO2e per kWh generated, over the life cycle; the last year is held.
BELGIAN_ELECTRICITY = {
    2015: 0.2156, 2016: 0.1587, 2017: 0.1595, 2018: 0.1869, 2019: 0.1565, 2020: 0.1666,
    2021: 0.1318, 2022: 0.1394, 2023: 0.1347, 2024: 0.1270, 2025: 0.1498,
}


def electricity(pack, year):
    if pack == "belgium":
        return BELGIAN_ELECTRICITY[min(year, 2025)]
    return france.ELECTRICITY[min(max(year, 2021), 2025)]


def footprint(pack, year, answers):
    unknown = set(answers) - set(france.DEFAULT)
    if unknown:
        raise KeyError(f"not an answer: {sorted(unknown)}")
    a = france.DEFAULT | DEFAULTS[pack] | answers
    per_kwh = electricity(pack, year)
    parts = {"transport": france.transport(a, per_kwh), "food": france.food(a), "housing": france.housing(a, per_kwh),
             "goods": france.goods(a), "services": france.services()}
    return {"total": sum(parts.values())} | parts


# In a metropolis: what is not said about the car and the tram is local, what is said is the person's own.
TOWN = {
    "default": (2025, {}),
    "motorist": (2025, {
        "people_at_home": 1, "car_people": 1, "car_fuel": "petrol", "car_size": "small", "dwelling": "flat",
        "area": 60, "heating": "gas"}),
    "tram_rider": (2025, {
        "people_at_home": 2, "car": False, "metro_km": 4000, "dwelling": "flat", "heating": "network",
        "vegetarian": 14, "white_meat": 0, "red_meat": 0, "oily_fish": 0}),
    "newcomer_2023": (2023, {
        "people_at_home": 3, "car_km": 9000, "car_fuel": "electric", "metro_km": 1200, "metro": "paris",
        "dwelling": "house", "heating": "heat_pump"}),
}

PEOPLE = {
    "rouen": TOWN,
    "brest": TOWN,
    "grenoble": TOWN,
    "belgium": {
        "default": (2025, {}),
        "default_2016": (2016, {}),
        "all_electric": (2025, {
            "people_at_home": 3, "car_km": 15000, "car_fuel": "electric", "dwelling": "house", "area": 120,
            "heating": "heat_pump", "solar": True}),
        "gas_flat_2040": (2040, {
            "people_at_home": 1, "car": False, "dwelling": "flat", "heating": "gas", "electricity_kwh": 1800}),
    },
}

if __name__ == "__main__":
    print(json.dumps({pack: {name: footprint(pack, *who) for name, who in people.items()}
                      for pack, people in PEOPLE.items()}, indent=2))
