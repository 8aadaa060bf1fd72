"""Carbon footprints and trajectories from packs of YAML.

    engine = empreinte.Engine()
    pack = engine.open("models/france")
    evaluator = pack.evaluator(["ghg"])
    totals = evaluator.evaluate({"transport.car.km": kilometres})["ghg"]
"""

from ._library import Diagnostic, EmpreinteError, find_library
from .engine import Engine
from .evaluator import Cancellation, Evaluator, Person
from .pack import Option, Pack, Question

__all__ = [
    "Cancellation", "Diagnostic", "EmpreinteError", "Engine", "Evaluator", "Option", "Pack", "Person", "Question",
    "find_library",
]
