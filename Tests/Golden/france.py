#!/usr/bin/env python3
"""Footprints of golden people of models/france, computed without the pack.

Every figure is typed in from the sourced rows and every formula is written by hand, so that agreement
between this file and the engine checks both. Prints {person: {total, category: value}} in kgCO2e a year.
"""
import json

# kgCO2e per kWh, consumption mix; the first and the last year are held.
ELECTRICITY = {2021: 0.0569, 2022: 0.0520, 2023: 0.0580, 2024: 0.0519, 2025: 0.0461}

# The average French inhabitant: anything a person does not say. None stands for what follows from the rest.
DEFAULT = {
    "people_at_home": 2.15,
    "car": True, "car_km": 39_700_000 * 11634 / 68_372_300 * 1.6, "car_people": 1.6, "car_fuel": "average",
    "car_size": "medium", "car_per_100_km": None, "charged_at_home": 0, "car_life_km": 230_000,
    "camper": None, "camper_km": None, "bike": None, "bike_km": 1000,
    "short_flight_hours": 0.65, "long_flight_hours": 2.98,
    "train_km": 1657, "train": "average", "bus_km": 157, "bus": "average", "metro_km": 489, "metro": "medium_city",
    "coach_km": 796, "ferry_hours": 1.17, "two_wheeler_km": 3600 * 0.042, "two_wheeler": "motorbike_heavy",
    "dwelling": "average", "area": None, "built": "recent", "works": None,
    "heating": "average", "heating_kwh": None, "heat_pump": "air_water", "heat_pumps": 1, "electricity_kwh": None,
    "solar": False, "solar_kwh": None, "solar_self_use": 0.30, "coolers": 0.255, "cooler": "portable",
    "pool_fills": 0, "barbecues": None,
    "nights": 26.5, "stay": "average", "cruise_nights": 0.067, "mountain_days": 0, "sport": "average",
    "diary": None, "seasonal": "never", "local": "never",
    "vegan": 0, "vegetarian": 5, "white_meat": 4, "red_meat": 3, "oily_fish": 2, "white_fish": 0,
    "white_meat_kind": "average", "red_meat_kind": "average", "oily_fish_kind": "average",
    "breakfast": "continental", "coffee": 1.5, "tea": 0.5, "chocolate": 0, "chicory": 0,
    "soft": 1, "juice": 0.50, "alcohol": 1.5, "alcohol_kind": "average", "water": 135,
    "waste": "average", "compost": False, "no_leftovers": False, "no_leaflets": False,
    "clothes": 5 + 2 + 1 + 2 + 2 + 2 + 1 + 3 + 1, "clothes_by_kind": {}, "small_clothes": 25 - 19, "durability": 1,
    "furniture": 1.00, "appliances": 13, "packs": 0.387, "products_kg": 24,
    "smartphones": 1.3, "laptops": 0.44, "tablets": 0.56, "desktops": 0.95, "tvs": 2, "speakers": 1,
    "consoles": 0.45, "printers": 0, "smartphone_years": 2.5, "laptop_years": 5, "tv_years": 8, "online_hours": 3,
    "cats": 0.49, "dogs": 0.25, "dog": "medium",
}


def car(a, electricity):
    """What a kilometre of the car emits, per vehicle."""
    size, fuel = a["car_size"], a["car_fuel"]
    petrol = {"small": 6.6066, "medium": 7.8529, "sedan": 8.5426, "suv": 11.9185}[size]
    diesel = {"small": 4.6215, "medium": 5.4756, "sedan": 7.2072, "suv": 6.4935}[size]
    electric = {"small": 18.72, "medium": 20.52, "sedan": 28.68, "suv": 26.76}[size]
    body = 5.5 * {"small": 1400, "medium": 1600, "sedan": 2000, "suv": 2000}[size]
    electric_body = 0.0836
    leaks = 0.00209327
    if fuel == "hybrid":
        return 0.183
    if fuel == "electric":
        per_100_km = a["car_per_100_km"] or electric
        return per_100_km / 100 * electricity * (1 - a["charged_at_home"]) + electric_body + leaks
    if fuel == "average":
        fleet = 46.2 + 48.3 + 2.9
        running = (46.2 * petrol * 2.70 + 48.3 * diesel * 3.07 + 2.9 * electric * electricity) / 100 / fleet
        making = (2.9 * electric_body + (46.2 + 48.3) * body / 230_000) / fleet
        return running + making + leaks
    litres = {"petrol": petrol, "diesel": diesel, "e85": petrol * 1.25, "lpg": petrol * 1.15}[fuel]
    per_litre = {"petrol": 2.70, "diesel": 3.07, "e85": 1.11, "lpg": 1.86}[fuel]
    return (a["car_per_100_km"] or litres) / 100 * per_litre + body / a["car_life_km"] + leaks


def transport(a, electricity):
    total = 0.0
    if a["car"]:
        total += a["car_km"] / a["car_people"] * car(a, electricity)
    if a["camper"]:
        per_km, usual = {"motorhome": (0.493833, 8869), "van": (0.324626, 9310)}[a["camper"]]
        total += per_km * (usual if a["camper_km"] is None else a["camper_km"]) / a["people_at_home"]
    total += a["short_flight_hours"] * 461.538 * 0.30
    total += a["long_flight_hours"] * 750 * (0.20 + 0.16) / 2
    total += a["train_km"] * {
        "average": 0.00924055, "high_speed": 0.00293, "regional": 0.0277, "intercity": 0.0075}[a["train"]]
    total += a["bus_km"] * {"average": 0.11017, "diesel": 0.12, "gas": 0.12, "electric": 0.0217}[a["bus"]]
    total += a["metro_km"] * {
        "medium_city": 0.00503, "large_city": 0.00329, "paris": 0.00444, "suburban_rail": 0.00978}[a["metro"]]
    total += a["coach_km"] * 0.0375 + a["ferry_hours"] * 9.99458
    total += a["two_wheeler_km"] * {
        "moped": 0.0851, "motorbike_light": 0.0872, "motorbike_heavy": 0.22}[a["two_wheeler"]]
    if a["bike"]:
        making, life, per_km = {"bike": (116, 12, 0.00017), "ebike": (262, 12, 0.00223), "cargo": (0, 1, 0.014827),
                                "kick_scooter": (91.9, 4, 0.002)}[a["bike"]]
        total += making / life + a["bike_km"] * per_km
    return total


FOODS = {  # kgCO2e per kg; a family is the plain mean of its foods
    "beef": (28.0092, 22.5047), "pork": (6.6713,), "poultry": (4.56043, 8.0609, 5.7829),
    "fish": (5.55693, 12.0865, 4.98343, 2.27649), "seafood": (20.3452, 5.32823), "eggs": (1.87801,),
    "cheese": (6.27838, 5.14441), "dairy": (1.27, 1.89473, 1.80963), "butter": (7.91333,),
    "plant_drinks": (0.427, 0.566), "bread": (0.7767, 1.5591), "starches": (1.9795, 2.01459, 0.9499, 0.706261),
    "pulses": (0.858543, 0.898543, 1.0043, 2.052, 1.7705, 4.114),
    "vegetables": (0.6256, 0.396066, 0.498507, 0.868145, 0.420469, 0.611378, 0.847633, 0.950705, 0.446457, 6.17501),
    "fruit": (0.408195, 0.908523, 0.677684, 0.51107, 1.55252, 0.509295, 0.727508), "air_fruit": (11.6555,),
    "ready_meals": (1.457, 3.5994, 18.8334, 12.8065), "sweets": (2.9431, 9.1169, 10.5219, 1.4869),
}


def food(a):
    habit = {"never": 0, "sometimes": 0.33, "often": 0.67, "always": 1}
    sourcing = 1 - (habit[a["seasonal"]] * 117.775 + habit[a["local"]] * 52.65) / 1613.36
    if a["diary"] is None:
        white = {"average": 1.65, "chicken": 1.46, "pork": 1.65}[a["white_meat_kind"]]
        red = {"average": 5.01, "beef": 4.97, "veal": 4.12}[a["red_meat_kind"]]
        oily = {"average": 1.45, "salmon": 1.46, "tuna": 1.60}[a["oily_fish_kind"]]
        meals = 52 * (a["vegan"] * 0.54 + a["vegetarian"] * 0.85 + a["white_meat"] * white
                      + a["red_meat"] * red + a["oily_fish"] * oily + a["white_fish"] * 2.22)
        meals += 365 * {"continental": 0.32, "cereal": 0.45, "cereal_soy": 0.29, "cereal_oat": 0.31,
                        "british": 1.08, "vegan": 0.38, "none": 0}[a["breakfast"]]
    else:
        meals = 52 * sum(kg * sum(FOODS[f]) / len(FOODS[f]) for f, kg in a["diary"].items())
    alcohol = {"average": (1.35 + 1.5 + 1.1) / 3, "beer": 1.35, "wine": 1.5, "cocktail": 1.1}[a["alcohol_kind"]]
    drinks = (365 * (a["coffee"] * 0.1008 + a["tea"] * 0.00664 + a["chocolate"] * 0.582 + a["chicory"] * 0.02361)
              + 52 * a["soft"] * (a["juice"] * 0.88 + (1 - a["juice"]) * 0.493)
              + 52 * a["alcohol"] * alcohol + a["water"] * 0.32)
    if a["waste"] == "zero_waste":
        waste = 48.0421
    else:
        waste = 194.489
        waste -= 55 * (0.386 - 0.009) if a["compost"] else 0
        waste -= 30 if a["no_leftovers"] else 0
        waste -= 3 * 52 * 0.083 if a["no_leaflets"] else 0
    return sourcing * meals + drinks + waste


def area(a):
    return {"average": 91.5, "house": 112.8, "flat": 64.7}[a["dwelling"]] if a["area"] is None else a["area"]


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
        "logs_boiler": (wood, 0.032),
        "pellets": (wood, 0.032),
        "pellets_boiler": (wood, 0.027),
        "network": (network, 0.113),
        "lpg": (lpg, 0.271),
    }[a["heating"]]
    kwh = area(a) * kwh_per_m2 if a["heating_kwh"] is None else a["heating_kwh"]
    leaks = {"air_water": 234.198, "split": 152.39, "multisplit": 333.051}[a["heat_pump"]]
    leaks = a["heat_pumps"] * leaks if a["heating"] == "heat_pump" else 0
    return (kwh * ghg_per_kwh + leaks) / a["people_at_home"]


def building(a):
    """The whole dwelling's."""
    house, flat = 640, 740
    per_m2 = 40 / 10
    if a["built"] != "old":
        per_m2 += {"house": house, "flat": flat, "average": 0.556 * house + 0.444 * flat}[a["dwelling"]] / 50
    if a["built"] == "new" and a["dwelling"] == "house":
        per_m2 += 19 / 10
    per_m2 += {None: 0, "heating": 95, "insulation": 170, "full": 235}[a["works"]] / 50
    return area(a) * per_m2


def holidays(a):
    hotel, camping, rental, exchange, second_home = 6.93, 1.4, 5.3, 3.52, 7
    night = {
        "average": 0.177 * hotel + 0.066 * camping + 0.091 * rental + 0.008 * exchange + 0.077 * second_home,
        "hotel": hotel, "camping": camping, "rental": rental, "exchange": exchange, "second_home": second_home,
        "family": 0,
    }[a["stay"]]
    return a["nights"] * night + a["cruise_nights"] * 103


def housing(a, electricity):
    kwh = area(a) * 26.2561 if a["electricity_kwh"] is None else a["electricity_kwh"]
    sun = 0
    if a["solar"]:
        produced = area(a) * 30 * 1.3 if a["solar_kwh"] is None else a["solar_kwh"]
        sun = min(produced * a["solar_self_use"], kwh)
    shared = (kwh - sun) * electricity + sun * 0.0439 + building(a)
    shared += a["coolers"] * {"portable": 58.8693, "split": 152.39, "multisplit": 333.051}[a["cooler"]]
    barbecues = a["barbecues"]
    if barbecues is None:
        barbecues = 17 * 0.85 * 0.37 * {"house": 1, "flat": 0, "average": 0.556}[a["dwelling"]]
    shared += a["pool_fills"] * 7.54 + barbecues * 4.85
    return heating(a, electricity) + shared / a["people_at_home"] + holidays(a)


def clothing(a):
    basket = {"tshirts": (5, 4.78), "trousers": (2, 21.23), "shorts": (1, 14.46), "sweatshirts": (2, 12.11),
              "dresses": (2, 18.59), "shirts": (2, 9.48), "jumpers": (1, 16.44), "coats": (1, 31.88), "shoes": (3, 16.47)}
    garments = a["small_clothes"] * 1.09
    shoes = 0
    for kind, (count, ghg) in basket.items():
        bought = a["clothes_by_kind"].get(kind, a["clothes"] * count / 19) * ghg
        if kind == "shoes":
            shoes = bought
        else:
            garments += bought
    return garments / a["durability"] + shoes


def goods(a):
    home = 3 * 907 + 1 * 179 + 3 * 285 + 3 * 115 + 2 * 60.1 + 10 * 18.6
    shared = a["furniture"] * area(a) / 91.5 * home / 10
    one_of_each = ((257 + 415 + 342 + 266 + 271 + 60.4 + 65.3) / 10 + (217 + 98.4) / 12
                   + (9.9 + 31.9) / 6 + (52.4 + 41.3) / 8)
    shared += a["appliances"] * one_of_each / 13
    shared += (a["desktops"] * (261.94 + 65.89) / 6 + a["tvs"] * 328.26 / a["tv_years"] + a["speakers"] * 19.8 / 5
               + a["consoles"] * 280.2 / 6 + a["printers"] * 10.8 / 5)
    shared += a["cats"] * 55.8526 + a["dogs"] * {"small": 129.188, "medium": 358.382, "large": 599.561}[a["dog"]]
    own = (a["smartphones"] * 79.27 / a["smartphone_years"] + a["laptops"] * 182.3 / a["laptop_years"]
           + a["tablets"] * 83.93 / 3 + a["online_hours"] * 365 * 0.019175)
    own += a["packs"] * 52 * 20 * 0.014 + a["products_kg"] * (0.976667 + 1.155) / 2
    leisure = 60.6493 + {"average": 33.8304, "none": 0, "practised": 33.8304 / 0.75}[a["sport"]]
    leisure += a["mountain_days"] * 9.3
    other = 58.322 + 70.0796 + 4.97131 + 16.7747 + 3.21553 + 4.16351
    return clothing(a) + shared / a["people_at_home"] + own + leisure + other


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
       "dwelling": "house", "area": 120, "heating": "heat_pump", "solar": True, "vegetarian": 8, "red_meat": 1,
       "white_meat": 3, "compost": True, "cats": 2, "dogs": 0}

PEOPLE = {
    "default": (2025, {}),
    "default_2022": (2022, {}),
    "p01": (2025, {
        "people_at_home": 1, "car": False, "short_flight_hours": 0, "long_flight_hours": 0, "train_km": 4000,
        "metro_km": 3000, "coach_km": 0, "two_wheeler_km": 0, "bike": "ebike", "bike_km": 1500,
        "dwelling": "flat", "area": 38, "heating": "electric", "nights": 14, "stay": "family", "vegan": 2,
        "vegetarian": 12, "white_meat": 0, "red_meat": 0, "oily_fish": 0, "breakfast": "vegan",
        "waste": "zero_waste", "clothes": 6, "furniture": 0.30, "tvs": 0}),
    "p02": (2025, {
        "people_at_home": 4, "car_km": 18000, "car_people": 2.2, "car_fuel": "diesel", "car_size": "suv",
        "short_flight_hours": 0, "long_flight_hours": 0, "dwelling": "house", "area": 140, "heating": "oil",
        "vegetarian": 2, "red_meat": 5, "white_fish": 1, "barbecues": 12, "tvs": 3, "dogs": 1, "cats": 0}),
    "p03": (2025, {
        "people_at_home": 2, "car_km": 7000, "car_people": 1.5, "car_fuel": "petrol", "car_size": "small",
        "coach_km": 1500, "dwelling": "house", "area": 91.5, "built": "old", "heating": "gas", "heating_kwh": 14500,
        "electricity_kwh": 2600, "nights": 40, "stay": "second_home", "coffee": 2, "alcohol": 3,
        "alcohol_kind": "wine"}),
    "p04": (2025, {
        "people_at_home": 1, "car_km": 6000, "car_people": 1, "car_fuel": "petrol", "car_size": "sedan",
        "short_flight_hours": 10, "long_flight_hours": 45, "train": "high_speed", "dwelling": "flat", "area": 70,
        "heating": "network", "nights": 60, "stay": "hotel", "breakfast": "british", "clothes": 45,
        "furniture": 1.50, "smartphones": 2, "smartphone_years": 1.5, "online_hours": 6}),
    "p05": (2025, P05),
    "p05_2023": (2023, P05),
    "student_2040": (2040, {
        "people_at_home": 3, "car": False, "two_wheeler_km": 2500, "two_wheeler": "moped", "dwelling": "flat",
        "area": 75, "heating": "lpg", "nights": 0, "breakfast": "none", "appliances": 6, "laptops": 1,
        "laptop_years": 8, "desktops": 0, "cats": 0, "dogs": 0}),
    "food_diary": (2025, {
        "people_at_home": 2, "car_fuel": "hybrid", "car_km": 9000, "diary": {
            "beef": 0.2, "pork": 0.3, "poultry": 0.4, "fish": 0.2, "seafood": 0.1, "eggs": 0.3, "cheese": 0.35,
            "dairy": 2, "butter": 0.1, "plant_drinks": 0.5, "bread": 0.8, "starches": 1.2, "pulses": 0.3,
            "vegetables": 2.5, "fruit": 2, "air_fruit": 0.1, "ready_meals": 0.4, "sweets": 0.3},
        "seasonal": "always", "local": "often", "chocolate": 0.5, "chicory": 0.2, "juice": 1, "compost": True,
        "no_leftovers": True, "no_leaflets": True, "dwelling": "flat", "works": "insulation", "sport": "practised",
        "clothes": 20, "clothes_by_kind": {"tshirts": 8, "coats": 0, "shoes": 2}, "small_clothes": 15,
        "durability": 1.45}),
    "camper_and_cruise": (2025, {
        "people_at_home": 2, "car_km": 12000, "car_people": 2, "car_fuel": "e85", "car_size": "small",
        "car_life_km": 300_000, "camper": "motorhome", "camper_km": 6000, "dwelling": "house", "built": "new",
        "heating": "pellets_boiler", "electricity_kwh": 2000, "solar": True, "solar_kwh": 9000,
        "solar_self_use": 0.50, "coolers": 1, "cooler": "split", "pool_fills": 1, "cruise_nights": 10,
        "ferry_hours": 20, "mountain_days": 6, "dogs": 2, "dog": "large", "packs": 5, "products_kg": 40}),
    "greater_paris": (2024, {
        "people_at_home": 3, "car_km": 8000, "car_fuel": "electric", "car_per_100_km": 16, "charged_at_home": 0.85,
        "electricity_kwh": 3500, "train": "regional", "bus_km": 800, "bus": "electric", "metro_km": 7000,
        "metro": "suburban_rail", "bike": "kick_scooter", "dwelling": "flat", "works": "full",
        "heating": "heat_pump", "heat_pump": "multisplit", "red_meat_kind": "veal", "white_meat_kind": "chicken",
        "oily_fish_kind": "tuna", "breakfast": "cereal_oat", "durability": 0.67, "sport": "none", "printers": 1,
        "tv_years": 4}),
    "lpg_and_logs": (2025, {
        "car_fuel": "lpg", "car_per_100_km": 9.5, "car_size": "suv", "camper": "van", "bike": "cargo", "bike_km": 2500,
        "train": "intercity", "bus": "gas", "metro": "large_city", "two_wheeler": "motorbike_light",
        "dwelling": "house", "heating": "logs_boiler", "works": "heating", "stay": "camping", "soft": 0, "alcohol": 0,
        "local": "sometimes", "seasonal": "sometimes", "red_meat_kind": "beef", "dogs": 1, "dog": "small"}),
}

if __name__ == "__main__":
    print(json.dumps({name: footprint(*who) for name, who in PEOPLE.items()}, indent=2))
