"""What a list costs the database does not grow with what is in it. Wordings: tests/questionnaires/test_admin.py."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leavingwell.content.models import GlossaryTerm, HelpLine, Notice, StandardPage
from leavingwell.content.services.opening import home_page, offer_index
from leavingwell.platform.councils.scope import scope
from tests.admin.asking import at
from tests.factories import make_offer


def add_rows(council, numbers):
    with scope(council):
        for number in numbers:
            make_offer(council, f"Offer {number}")
            home_page(council).add_child(instance=StandardPage(title=f"Page {number}", heading_en=f"Page {number}"))
            Notice.objects.create(title_en=f"Notice {number}")
            HelpLine.objects.create(title_en=f"Line {number}", phone=str(number))
            GlossaryTerm.objects.create(term_en=f"Word {number}", meaning_en="Meaning")


def lists_of(council):
    with scope(council):
        return {
            "offers": f"/admin/pages/{offer_index(council).pk}/",
            "pages": f"/admin/pages/{home_page(council).pk}/",
            "notices": "/admin/snippets/content/notice/",
            "help lines": "/admin/snippets/content/helpline/",
            "words": "/admin/snippets/content/glossaryterm/",
            "answers": "/admin/snippets/questionnaires/choicelabel/",
        }


def queries_of(client, address):
    client.get(address)  # what is remembered from then on is not counted
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address).status_code == 200
    return len(caught)


@pytest.mark.parametrize("role", ["editor", "translator"])
def test_lists_cost_the_same_with_two_and_with_ten(north, role):
    client, lists = at(north.council, north.people[role]), lists_of(north.council)
    add_rows(north.council, range(1, 3))
    few = {name: queries_of(client, address) for name, address in lists.items()}
    add_rows(north.council, range(3, 11))
    assert {name: queries_of(client, address) for name, address in lists.items()} == few
    assert max(few.values()) < 60
