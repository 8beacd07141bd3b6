"""Loading what is the same in every council: headings, help lines, a first glossary, offers and pages.

Again and again, with the same result: a text that a national editor changed is brought back in line with the file.
Translations that people have written or approved stay.
"""

import json
from pathlib import Path
from typing import Any

from django.db import transaction

from leavingwell.content.models import GlossaryTerm, HelpLine, OfferIndexPage, OfferPage, OfferTopic, StandardPage
from leavingwell.content.services.columns import columns
from leavingwell.content.services.national_pages import load_pages
from leavingwell.platform.councils.scope import national_scope
from leavingwell.translations.services.collecting import loading

NATIONAL = Path(__file__).parents[1] / "data" / "national.json"
__all__ = ["columns", "load_national_content"]


def load_topics(topics: list[dict[str, Any]]) -> None:
    for order, topic in enumerate(topics, start=1):
        facts = {"paragraph": topic["paragraph"], "order": order, "starts_on": topic["starts_on"]}
        words = columns(title=topic["title"])
        OfferTopic.objects.update_or_create(council=None, code=topic["code"], defaults={**facts, **words})


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
    """Brings the national topics, help lines, glossary, offers and pages in line with the file. Others stay."""
    data = json.loads(path.read_text(encoding="utf-8"))
    models = (OfferTopic, HelpLine, GlossaryTerm, OfferIndexPage, OfferPage, StandardPage)
    with national_scope("load the national content"), loading(*models):
        load_topics(data["topics"])
        load_help_lines(data["help_lines"])
        load_glossary(data["glossary"])
        load_pages(data)
