"""Names for the crowd, from two short lists for each language."""

from random import Random

from leavingwell.platform.demo.files import read
from leavingwell.translations.languages import SOURCE


def name_for(language: str, chance: Random) -> str:
    names = read("words", "names")
    tongue = language if language in names["first"] else SOURCE
    return f"{chance.choice(names['first'][tongue])} {chance.choice(names['last'][tongue])}"


def email_for(name: str, number: int) -> str:
    """The part before the @; the number keeps two people of the same name apart."""
    return f"{name.lower().replace(' ', '.')}.{number}"
