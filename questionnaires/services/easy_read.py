"""The nation's easy-read words and pictures of its questions, from their data file.

The pictures are our own drawings, so they are kept as they are. One that is there already is not stored again.
"""

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from leavingwell.questionnaires.kinds import CHOICE_CODES, Variant
from leavingwell.questionnaires.models import ChoiceLabel, Indicator, QuestionMedia, Wording
from leavingwell.questionnaires.services.media import Prepared, keep_all

DATA = Path(__file__).parents[1] / "data"
EASY_READ, PICTURES = DATA / "easy_read.json", DATA / "pictures"
WIDTH, HEIGHT = 600, 400  # pixels of each picture
LANGUAGES = ("en", "ar", "pl", "fa")  # that the file is written in
PARTS = ("text", "help", "picture_text")
Texts = Mapping[str, str]


def columns(field: str, texts: Texts) -> dict[str, str | None]:
    """Every language of the file, so that a text which went from it goes from the row as well."""
    return {f"{field}_{language}": texts.get(language) for language in LANGUAGES}


def kept_pictures(names: Collection[str]) -> dict[str, QuestionMedia]:
    """The row of each drawing, by the drawing's name."""
    drawn = {name: drawing((PICTURES / f"{name}.webp").read_bytes()) for name in names}
    return dict(zip(drawn, keep_all(list(drawn.values())), strict=True))


def drawing(data: bytes) -> Prepared:
    return Prepared(QuestionMedia.Kind.PICTURE, data, "webp", "image/webp", WIDTH, HEIGHT)


def wording_of(indicator: Indicator, picture: QuestionMedia, data: Mapping[str, Any]) -> Wording:
    texts = {column: text for part in PARTS for column, text in columns(part, data[part]).items()}
    return Wording(indicator=indicator, variant=Variant.EASY_READ, picture=picture, **texts)


def load_labels(choices: Mapping[str, Mapping[str, Texts]]) -> None:
    for answer_type, labels in choices.items():
        for code, label in labels.items():
            ChoiceLabel.objects.update_or_create(
                council=None,
                answer_type=answer_type,
                code=code,
                variant=Variant.EASY_READ,
                defaults={"order": CHOICE_CODES[answer_type].index(code), **columns("label", label)},
            )


def load_wordings(questions: Mapping[str, Mapping[str, Any]]) -> None:
    """All in one statement. Raises KeyError for a question that the nation does not have."""
    indicators = {row.code: row for row in Indicator.objects.filter(council=None)}
    pictures = kept_pictures({data["picture"] for data in questions.values()})
    Wording.objects.bulk_create(
        [wording_of(indicators[code], pictures[data["picture"]], data) for code, data in questions.items()],
        update_conflicts=True,
        unique_fields=["council", "indicator", "variant"],
        update_fields=["picture", *(name for part in PARTS for name in (part, *columns(part, {})))],
    )


def load_easy_read(path: Path = EASY_READ) -> None:
    """Brings the nation's easy-read variant in line with the file. The nation's scope is open."""
    data = json.loads(path.read_text(encoding="utf-8"))
    load_labels(data["choices"])
    load_wordings(data["questions"])
