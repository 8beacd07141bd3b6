"""Loading what is the same in every council's local offer: its headings, the country's help lines and a first glossary.

Again and again, with the same result: a text that a national editor changed is brought back in line with the file.
"""

import json
from pathlib import Path
from typing import Any

from django.db import transaction

from leavingwell.content.models import GlossaryTerm, HelpLine, OfferTopic
from leavingwell.platform.councils.scope import national_scope

NATIONAL = Path(__file__).parents[1] / "data" / "national.json"
Texts = dict[str, str]


def columns(**fields: Texts) -> Texts:
    """The modeltranslation columns: `title={"en": …}` is `{"title_en": …}`."""
    return {f"{field}_{language}": text for field, texts in fields.items() for language, text in texts.items()}


def load_topics(topics: list[dict[str, Any]]) -> None:
    for order, topic in enumerate(topics, start=1):
        words = {"paragraph": topic["paragraph"], "order": order, **columns(title=topic["title"])}
        OfferTopic.objects.update_or_create(council=None, code=topic["code"], defaults=words)


def load_help_lines(lines: list[dict[str, Any]]) -> None:
    for line in lines:
        words = {"order": line["order"], **columns(title=line["title"], note=line["note"])}
        HelpLine.objects.update_or_create(council=None, phone=line["phone"], defaults=words)


def load_glossary(terms: list[dict[str, Any]]) -> None:
    for term in terms:
        words = columns(term=term["term"], meaning=term["meaning"])
        GlossaryTerm.objects.update_or_create(council=None, term_en=term["term"]["en"], defaults=words)


@transaction.atomic
def load_national_content(path: Path = NATIONAL) -> None:
    """Brings the national topics, help lines and glossary in line with the file. Other national rows stay."""
    data = json.loads(path.read_text(encoding="utf-8"))
    with national_scope("load the national content"):
        load_topics(data["topics"])
        load_help_lines(data["help_lines"])
        load_glossary(data["glossary"])
