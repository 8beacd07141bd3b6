from enum import Enum


class Fitness(Enum):
    """How an engine draws a text: as it should be, readable with marks a little out of place, or misprinted."""

    RIGHT = "right"
    NEARLY = "nearly"
    WRONG = "wrong"
