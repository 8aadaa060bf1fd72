#!/usr/bin/env python3
"""Footprints of golden people of models/france, computed without the pack.

Every figure is typed in from the sourced rows and every formula is written by hand, so that agreement
between this file and the engine checks both. Prints {person: {total, category: value}} in kgCO2e a year.
"""
import json

# kgCO2e per kWh, consumption mix; the last year is held.
ELECTRICITY = {2021: 0.0569, 2022: 0.0520, 2023: 0.0580, 2024: 0.0519, 2025: 0.0461}

# The average French inhabitant: anything a person does not say.
DEFAULT = {
    "people_at_home": 2.15,
    "car": True, "car_km": 11849, "car_people": 1.6, "car_fuel": "petrol", "car_size": "medium",
    "short_flight_hours": 0.65, "long_flight_hours": 2.98,
    "train_km": 1657, "bus_km": 157, "metro_km": 489, "coach_km": 796,
    "two_wheeler_km": 3600 * 0.042, "two_wheeler": "motorbike_heavy",
    "dwelling": "house", "area": 91.5, "heating": "average", "heating_kwh": None, "heat_pumps": 1,
    "electricity_kwh": None, "nights": 26.5, "stay": "average",
    "vegan": 0, "vegetarian": 5, "white_meat": 4, "red_meat": 3, "oily_fish": 2, "white_fish": 0,
    "breakfast": "continental", "coffee": 1.5, "tea": 0.5, "soft": 1, "alcohol": 1.5, "water": 135,
    "waste": "average",
    "clothes": 5 + 2 + 1 + 2 + 2 + 2 + 1 + 3 + 1, "furniture": 1.00, "appliances": 13,
    "smartphones": 1.3, "laptops": 0.44, "tvs": 2, "online_hours": 3, "cats": 0.49, "dogs": 0.25,
}


def transport(a, electricity):
    total = 0.0
    if a["car"]:
        litres_per_100_km = {
            ("petrol", "small"): 6.6066, ("petrol", "medium"): 7.8529,
            ("petrol", "sedan"): 8.5426, ("petrol", "suv"): 11.9185,
            ("diesel", "small"): 4.6215, ("diesel", "medium"): 5.4756,
            ("diesel", "sedan"): 7.2072, ("diesel", "suv"): 6.4935,
        }
        kwh_per_100_km = {"small": 18.72, "medium": 20.52, "sedan": 28.68, "suv": 26.76}
        if a["car_fuel"] == "electric":
            running = kwh_per_100_km[a["car_size"]] / 100 * electricity
            making = 0.0836
        else:
            fuel = {"petrol": 2.70, "diesel": 3.07}[a["car_fuel"]]
            running = litres_per_100_km[a["car_fuel"], a["car_size"]] / 100 * fuel
            making = 5.5 * {"small": 1400, "medium": 1600, "sedan": 2000, "suv": 2000}[a["car_size"]] / 230_000
        total += a["car_km"] * (running + making + 0.00209327) / a["car_people"]
    total += a["short_flight_hours"] * 461.538 * 0.30
    total += a["long_flight_hours"] * 750 * (0.20 + 0.16) / 2
    total += a["train_km"] * 0.00924055
    total += a["bus_km"] * 0.11017 + a["metro_km"] * 0.00503 + a["coach_km"] * 0.0375
    total += a["two_wheeler_km"] * {
        "moped": 0.0851, "motorbike_light": 0.0872, "motorbike_heavy": 0.22, "ebike": 0.01095}[a["two_wheeler"]]
    return total


def food(a):
    lunches_and_dinners = 52 * (a["vegan"] * 0.54 + a["vegetarian"] * 0.85 + a["white_meat"] * 1.65
                                + a["red_meat"] * 5.01 + a["oily_fish"] * 1.45 + a["white_fish"] * 2.22)
    breakfasts = 365 * {"continental": 0.32, "cereal": 0.45, "british": 1.08, "vegan": 0.38, "none": 0}[a["breakfast"]]
    drinks = (365 * (a["coffee"] * 0.1008 + a["tea"] * 0.00664)
              + 52 * a["soft"] * (0.493 + 0.88) / 2
              + 52 * a["alcohol"] * (1.35 + 1.5 + 1.1) / 3
              + a["water"] * 0.32)
    return lunches_and_dinners + breakfasts + drinks + {"average": 194.489, "zero_waste": 48.0421}[a["waste"]]


def heating(a, electricity):
    """One person's part of heating and hot water."""
    direct, pump, gas, oil, wood, network, lpg = 75.1988, 38.9625, 103.739, 115.683, 123.905, 130.821, 150.86
    oil_per_kwh = 0.1014 * 3.24
    electric_mix = 0.378 * (0.674 * direct + 0.326 * pump)
    mix = electric_mix + 0.344 * gas + 0.132 * wood + 0.090 * oil + 0.039 * network + 0.017 * lpg
    mix_ghg = (electric_mix * electricity + 0.344 * gas * 0.215 + 0.132 * wood * 0.046
               + 0.090 * oil * oil_per_kwh + 0.039 * network * 0.113 + 0.017 * lpg * 0.271)
    kwh_per_m2, ghg_per_kwh = {
        "average": (mix, mix_ghg / mix),
        "electric": (direct, electricity),
        "heat_pump": (pump, electricity),
        "gas": (gas, 0.215),
        "oil": (oil, oil_per_kwh),
        "logs": (wood, 0.046),
        "pellets": (wood, 0.032),
        "network": (network, 0.113),
        "lpg": (lpg, 0.271),
    }[a["heating"]]
    kwh = a["area"] * kwh_per_m2 if a["heating_kwh"] is None else a["heating_kwh"]
    leaks = a["heat_pumps"] * 234.198 if a["heating"] == "heat_pump" else 0
    return (kwh * ghg_per_kwh + leaks) / a["people_at_home"]


def housing(a, electricity):
    kwh = a["area"] * 26.2561 if a["electricity_kwh"] is None else a["electricity_kwh"]
    plugs = kwh * electricity / a["people_at_home"]
    walls = a["area"] * ({"house": 640, "flat": 740}[a["dwelling"]] / 50 + 40 / 10) / a["people_at_home"]
    hotel, camping, rental, exchange, second_home = 6.93, 1.4, 5.3, 3.52, 7
    night = {
        "average": 0.177 * hotel + 0.066 * camping + 0.091 * rental + 0.008 * exchange + 0.077 * second_home,
        "hotel": hotel, "camping": camping, "rental": rental, "exchange": exchange, "second_home": second_home,
        "family": 0,
    }[a["stay"]]
    return heating(a, electricity) + plugs + walls + a["nights"] * night


def goods(a):
    basket = (5 * 4.78 + 2 * 21.23 + 1 * 14.46 + 2 * 12.11 + 2 * 18.59 + 2 * 9.48 + 1 * 16.44
              + 3 * 16.47 + 1 * 31.88)
    clothes = a["clothes"] * basket / 19
    home = 3 * 907 + 1 * 179 + 3 * 285 + 3 * 115 + 2 * 60.1 + 10 * 18.6
    furniture = a["furniture"] * a["area"] / 91.5 * home / 10 / a["people_at_home"]
    one_of_each = ((257 + 415 + 342 + 266 + 271 + 60.4 + 65.3) / 10 + (217 + 98.4) / 12
                   + (9.9 + 31.9) / 6 + (52.4 + 41.3) / 8)
    appliances = a["appliances"] * one_of_each / 13 / a["people_at_home"]
    digital = (a["smartphones"] * 79.27 / 2.5 + a["laptops"] * 182.3 / 5
               + a["tvs"] / a["people_at_home"] * 328.26 / 8 + a["online_hours"] * 365 * 0.019175)
    pets = (a["cats"] * 55.8526 + a["dogs"] * 358.382) / a["people_at_home"]
    leisure = 60.6493 + 33.8304
    other = 58.322 + 70.0796 + 4.97131 + 16.7747 + 3.21553 + 4.16351
    return clothes + furniture + appliances + digital + pets + leisure + other


def services():
    return 1188.6 + 209.578


def footprint(year, answers):
    unknown = set(answers) - set(DEFAULT)
    if unknown:
        raise KeyError(f"not an answer: {sorted(unknown)}")
    a = DEFAULT | answers
    electricity = ELECTRICITY[min(max(year, 2021), 2025)]
    parts = {"transport": transport(a, electricity), "food": food(a), "housing": housing(a, electricity),
             "goods": goods(a), "services": services()}
    return {"total": sum(parts.values())} | parts


P05 = {"people_at_home": 3, "car_km": 15000, "car_people": 1.8, "car_fuel": "electric", "long_flight_hours": 0,
       "area": 120, "heating": "heat_pump", "vegetarian": 8, "red_meat": 1, "white_meat": 3, "cats": 2, "dogs": 0}

PEOPLE = {
    "default": (2025, {}),
    "default_2022": (2022, {}),
    "p01": (2025, {
        "people_at_home": 1, "car": False, "short_flight_hours": 0, "long_flight_hours": 0, "train_km": 4000,
        "bus_km": 300, "metro_km": 3000, "coach_km": 0, "two_wheeler_km": 1500, "two_wheeler": "ebike",
        "dwelling": "flat", "area": 38, "heating": "electric", "nights": 14, "stay": "family", "vegan": 2,
        "vegetarian": 12, "white_meat": 0, "red_meat": 0, "oily_fish": 0, "breakfast": "vegan",
        "waste": "zero_waste", "clothes": 6, "furniture": 0.30, "tvs": 0}),
    "p02": (2025, {
        "people_at_home": 4, "car_km": 18000, "car_people": 2.2, "car_fuel": "diesel", "car_size": "suv",
        "short_flight_hours": 0, "long_flight_hours": 0, "area": 140, "heating": "oil", "vegetarian": 2,
        "red_meat": 5, "white_fish": 1, "tvs": 3, "dogs": 1, "cats": 0}),
    "p03": (2025, {
        "people_at_home": 2, "car_km": 7000, "car_people": 1.5, "car_size": "small", "coach_km": 1500,
        "heating": "gas", "heating_kwh": 14500, "electricity_kwh": 2600, "nights": 40, "stay": "second_home",
        "coffee": 2, "alcohol": 3}),
    "p04": (2025, {
        "people_at_home": 1, "car_km": 6000, "car_people": 1, "car_size": "sedan", "short_flight_hours": 10,
        "long_flight_hours": 45, "dwelling": "flat", "area": 70, "heating": "network", "nights": 60,
        "stay": "hotel", "breakfast": "british", "clothes": 45, "furniture": 1.50, "smartphones": 2,
        "online_hours": 6}),
    "p05": (2025, P05),
    "p05_2023": (2023, P05),
    "student_2040": (2040, {
        "people_at_home": 3, "car": False, "two_wheeler_km": 2500, "two_wheeler": "moped", "dwelling": "flat",
        "area": 75, "heating": "lpg", "nights": 0, "breakfast": "none", "appliances": 6, "laptops": 1,
        "cats": 0, "dogs": 0}),
}

if __name__ == "__main__":
    print(json.dumps({name: footprint(*who) for name, who in PEOPLE.items()}, indent=2))
