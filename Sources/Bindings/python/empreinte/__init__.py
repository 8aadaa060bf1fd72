"""Carbon footprints and trajectories from packs of YAML.

    engine = empreinte.Engine()
    pack = engine.open("models/france")
    evaluator = pack.evaluator(["ghg"])
    totals = evaluator.evaluate({"transport.car.km": kilometres})["ghg"]
"""

from ._library import Diagnostic, EmpreinteError, find_library
from .choices import Choice, Choices
from .engine import Engine
from .evaluator import Cancellation, Evaluator, Gains, Person
from .pack import Option, Pack, Question
from .statistics import Statistics, Summary

__all__ = [
    "Cancellation", "Choice", "Choices", "Diagnostic", "EmpreinteError", "Engine", "Evaluator", "Gains", "Option",
    "Pack", "Person", "Question", "Statistics", "Summary", "find_library",
]
