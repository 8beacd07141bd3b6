"""Machines on other servers, in the two formats that most of them speak: LibreTranslate's and DeepL's.

LibreTranslate: POST <address>/translate with {"q": [...], "source": "en", "target": "ar", "format": "html",
"api_key": ...}; the answer is {"translatedText": [...]}.
DeepL: POST <address>/v2/translate with {"text": [...], "source_lang": "EN", "target_lang": "AR", "tag_handling":
"xml", "ignore_tags": ["m"]} and the header "Authorization: DeepL-Auth-Key ..."; the answer is {"translations":
[{"text": ...}, ...]}.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any

from leavingwell.translations.languages import SOURCE
from leavingwell.translations.machine.asking import ask, not_understood
from leavingwell.translations.machine.interface import Source
from leavingwell.translations.machine.protecting import HELD, Lost, Protected


class Remote(ABC):
    """What both have in common. `name` stands in the history of each draft."""

    name: str
    at_once = 20

    def __init__(self, address: str, key: str = "") -> None:
        self.address = address.rstrip("/")
        self.key = key

    def translate(self, sources: Sequence[Source], language: str) -> list[str]:
        protected = [Protected(source) for source in sources]
        answers = self.answers([one.text for one in protected], language)
        if len(answers) != len(sources) or not all(isinstance(one, str) for one in answers):
            raise not_understood()
        return [restored(one, answer) for one, answer in zip(protected, answers, strict=True)]

    @abstractmethod
    def answers(self, texts: list[str], language: str) -> list[Any]:
        """What the machine says of each text, in their order. Raises `MachineFailed`."""


def restored(protected: Protected, answer: str) -> str:
    """Nothing where the machine has broken it: no draft is better than a wrong one."""
    try:
        return protected.restored(answer)
    except Lost:
        return ""


class LibreTranslate(Remote):
    name = "LibreTranslate"

    def answers(self, texts: list[str], language: str) -> list[Any]:
        asked = {"q": texts, "source": SOURCE, "target": language, "format": "html"}
        told = ask(f"{self.address}/translate", asked | ({"api_key": self.key} if self.key else {}), {})
        found = told.get("translatedText") if isinstance(told, dict) else None
        return found if isinstance(found, list) else []


class DeepL(Remote):
    name = "DeepL"

    def answers(self, texts: list[str], language: str) -> list[Any]:
        asked = {
            "text": texts,
            "source_lang": SOURCE.upper(),
            "target_lang": language.upper(),
            "tag_handling": "xml",
            "ignore_tags": [HELD],
        }
        told = ask(f"{self.address}/v2/translate", asked, {"Authorization": f"DeepL-Auth-Key {self.key}"})
        found = told.get("translations") if isinstance(told, dict) else None
        return [one.get("text") if isinstance(one, dict) else None for one in found or []]
