"""The nation's content beside two councils, made once for a file."""

from collections.abc import Callable
from typing import Any

import pytest

from leavingwell.content.models import GlossaryTerm, HelpLine, OfferPage, StandardPage
from leavingwell.content.services.topics import load_national_content
from leavingwell.platform.councils.scope import national_scope
from tests.conftest import check_links
from tests.factories import Household

SLUGS = {OfferPage: "university-bursary", StandardPage: "what-you-can-expect-from-your-council"}


@pytest.fixture(scope="module")
def _national(_households: list[Household]) -> None:
    load_national_content()
    check_links()


@pytest.fixture
def nation_says(_national: None, db: Any) -> Callable[[Any], Any]:
    """The national row of a kind, as it is now."""

    def row_of(model: Any) -> Any:
        with national_scope("look for a test"):
            rows = model.objects.filter(council=None)
            if model in SLUGS:
                return rows.get(slug=SLUGS[model])
            return rows.get(phone="111") if model is HelpLine else rows.get(term_en="Grant")

    return row_of


@pytest.fixture
def nation_changes(nation_says: Callable[[Any], Any]) -> Callable[..., Any]:
    """National staff write something else."""

    def change(model: Any, **texts: Any) -> Any:
        row = nation_says(model)
        with national_scope("change for a test"):
            for name, text in texts.items():
                setattr(row, name, text)
            row.save_revision().publish() if model in SLUGS else row.save()
        return row

    return change


KINDS = (OfferPage, StandardPage, HelpLine, GlossaryTerm)
WORDS = {OfferPage: "summary_en", StandardPage: "intro_en", HelpLine: "note_en", GlossaryTerm: "meaning_en"}
