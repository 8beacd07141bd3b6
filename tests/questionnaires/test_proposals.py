"""The way of a draft: proposed, looked at by a second person, sent back, withdrawn, published as it was proposed."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.problems import Problems
from leavingwell.questionnaires.models import (
    Indicator,
    Proposal,
    Questionnaire,
    QuestionnaireVersion,
    Wording,
)
from leavingwell.questionnaires.services.publishing import (
    approve,
    latest_version,
    open_proposal,
    propose,
    publish,
    send_back,
    withdraw,
)
from leavingwell.questionnaires.services.rules import set_rules
from tests.factories import Household

RULES = {"second_person": True, "going_well": 70, "growing": 40, "tell_duty": True, "tell_manager": False}


def reword(text: str, code: str = "HOME-03") -> None:
    """The council's own words, as a draft."""
    indicator = Indicator.objects.get(code=code)
    own = Wording.objects.filter(indicator=indicator, council__isnull=False).first() or Wording(indicator=indicator)
    own.text_en = text
    own.save()


def outcomes() -> Questionnaire:
    return Questionnaire.objects.get(code="outcomes")


def asked(code: str = "HOME-03") -> str:
    """The words that young people read now."""
    questions = [one for domain in latest_version("outcomes").content["domains"] for one in domain["questions"]]
    return next(str(one["texts"]["standard"]["text"]["en"]) for one in questions if one["code"] == code)


def refused(*codes: str) -> Any:
    return pytest.raises(Problems, match="|".join(codes))


@pytest.fixture
def council(in_north: Household) -> Household:
    reword("Is it warm at yours?")
    return in_north


@pytest.fixture
def careful(council: Household) -> Household:
    """Where a second person looks at every draft."""
    set_rules(RULES, by=council.admin)
    return council


def test_it_is_published_at_once_where_nobody_has_to_look(council: Household) -> None:
    told = {"consulted": "Young people's council", "consulted_on": timezone.localdate(), "note": "Plainer."}
    proposal = propose(outcomes(), by=council.editor, **told)
    version = QuestionnaireVersion.objects.get(council=council.council)
    assert (proposal.state, proposal.version, asked()) == (Proposal.State.PUBLISHED, version, "Is it warm at yours?")
    assert {name: getattr(version, name) for name in told} == told
    assert (version.published_by, version.checked_by) == (council.editor, None)


def test_with_a_second_person_nothing_is_published_before_they_agree(careful: Household) -> None:
    proposal = propose(outcomes(), by=careful.editor, note="Plainer.")
    assert (proposal.state, asked()) == (Proposal.State.WAITING, "Is your home warm enough?")
    approved = approve(proposal, by=careful.questionnaire_editor)
    version = QuestionnaireVersion.objects.get(council=careful.council)
    assert (approved.state, approved.version, asked()) == (Proposal.State.PUBLISHED, version, "Is it warm at yours?")
    assert (version.published_by, version.checked_by) == (careful.editor, careful.questionnaire_editor)
    assert version.note == "Plainer."


def test_every_step_is_on_record(careful: Household) -> None:
    send_back(propose(outcomes(), by=careful.editor), by=careful.admin, reason="A typo.")
    approve(propose(outcomes(), by=careful.editor), by=careful.admin)
    entries = AuditEntry.objects.filter(action__startswith="questionnaire.").order_by("at")
    assert [(entry.action, entry.actor_name, entry.reason) for entry in entries] == [
        ("questionnaire.proposed", careful.editor.name, ""),
        ("questionnaire.returned", careful.admin.name, "A typo."),
        ("questionnaire.proposed", careful.editor.name, ""),
        ("questionnaire.approved", careful.admin.name, ""),
        ("questionnaire.published", careful.editor.name, ""),
    ]


def test_nobody_approves_or_sends_back_their_own(careful: Household) -> None:
    proposal = propose(outcomes(), by=careful.editor)
    with refused("NOT_ALLOWED"):
        approve(proposal, by=careful.editor)
    with refused("NOT_ALLOWED"):
        send_back(proposal, by=careful.editor, reason="Mine.")
    assert Proposal.objects.get().state == Proposal.State.WAITING


@pytest.mark.parametrize("role", ["translator", "worker", "owner", "manager"])
def test_who_may_not_publish_does_nothing(careful: Household, role: str) -> None:
    outsider, proposal = careful.people[role], propose(outcomes(), by=careful.editor)
    for attempt in (
        lambda: propose(outcomes(), by=outsider),
        lambda: approve(proposal, by=outsider),
        lambda: send_back(proposal, by=outsider, reason="No."),
        lambda: withdraw(proposal, by=outsider),
        lambda: set_rules({**RULES, "second_person": False}, by=outsider),
        lambda: approve(proposal, by=None),
    ):
        with refused("NOT_ALLOWED"):
            attempt()
    assert Proposal.objects.get().state == Proposal.State.WAITING


def test_another_councils_proposal_is_not_there(careful: Household, east: Household) -> None:
    proposal = propose(outcomes(), by=careful.editor)
    with scope(east.council):
        for attempt in (
            lambda: approve(proposal, by=east.admin),
            lambda: send_back(proposal, by=east.admin, reason="No."),
            lambda: withdraw(proposal, by=east.admin),
        ):
            with refused("NOT_FOUND"):
                attempt()
        assert open_proposal(outcomes()) is None
    assert Proposal.objects.get().state == Proposal.State.WAITING


def test_what_is_published_is_what_was_proposed_whatever_was_edited_since(careful: Household) -> None:
    proposal = propose(outcomes(), by=careful.editor)
    reword("Something that nobody has looked at")
    approve(proposal, by=careful.admin)
    assert asked() == "Is it warm at yours?"


def test_the_checks_run_again_when_it_is_published(careful: Household) -> None:
    """The code is another question's by then."""
    proposal = propose(outcomes(), by=careful.editor)
    content = proposal.content
    content["domains"][0]["questions"][0]["answer_type"] = "TEXT"
    Proposal.objects.filter(pk=proposal.pk).update(content=content)
    with refused("INVALID"):
        approve(proposal, by=careful.admin)
    assert Proposal.objects.get().state == Proposal.State.WAITING
    assert asked() == "Is your home warm enough?"


def test_one_draft_at_a_time_waits(careful: Household) -> None:
    propose(outcomes(), by=careful.editor)
    with refused("WRONG_STATE"):
        propose(outcomes(), by=careful.questionnaire_editor)
    withdraw(Proposal.objects.get(), by=careful.admin)
    assert propose(outcomes(), by=careful.questionnaire_editor).state == Proposal.State.WAITING


def test_what_is_decided_is_decided(careful: Household) -> None:
    proposal = propose(outcomes(), by=careful.editor)
    sent_back = send_back(proposal, by=careful.admin, reason=" A typo in the Arabic. ")
    assert (sent_back.state, sent_back.reason) == (Proposal.State.RETURNED, "A typo in the Arabic.")
    for attempt in (
        lambda: approve(proposal, by=careful.admin),
        lambda: send_back(proposal, by=careful.admin, reason="Again."),
        lambda: withdraw(proposal, by=careful.admin),
    ):
        with refused("WRONG_STATE"):
            attempt()


def test_sending_back_needs_a_reason(careful: Household) -> None:
    proposal = propose(outcomes(), by=careful.editor)
    with refused("INVALID reason"):
        send_back(proposal, by=careful.admin, reason="  ")


def test_there_is_no_way_round_the_second_person(careful: Household) -> None:
    with refused("NOT_ALLOWED"):
        publish(outcomes(), by=careful.editor)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"publish_at": timezone.now() - timedelta(minutes=1)}, "publish_at"),
        # Two days, for midnight may come before the test.
        ({"consulted_on": timezone.localdate() + timedelta(days=2)}, "consulted_on"),
        ({"moves": [{"kind": "renamed", "from": "HOME-99", "to": ["HOME-01"]}]}, ""),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_stored(council: Household, given: dict[str, Any], field: str) -> None:
    with refused("INVALID") as caught:
        propose(outcomes(), by=council.editor, **given)
    assert caught.value.problems[0].field == field
    assert not Proposal.objects.exists()
    assert asked() == "Is your home warm enough?"


def test_nothing_new_is_refused(council: Household) -> None:
    propose(outcomes(), by=council.editor)
    with refused("WRONG_STATE"):
        propose(outcomes(), by=council.editor)


def test_every_fault_is_told_with_its_question(council: Household) -> None:
    reword("", code="HOME-01")
    reword("", code="MIND-01")
    with refused("INVALID") as caught:
        propose(outcomes(), by=council.editor)
    messages = [str(problem.message) for problem in caught.value.problems]
    assert messages == ["HOME-01: It has no English text.", "MIND-01: It has no English text."]


def test_a_published_own_question_keeps_how_it_is_answered(council: Household) -> None:
    """However it was changed: by a screen, or in the database."""
    national = Indicator.objects.get(code="HOME-01")
    fields = {"domain": national.domain, "order": 1, "is_core": False, "level": 2}
    own = Indicator.objects.create(code="NM-HOME-01", answer_type="NUMBER", **fields)
    Wording.objects.create(indicator=own, text_en="How many rooms?")
    propose(outcomes(), by=council.editor)
    Indicator.objects.filter(pk=own.pk).update(answer_type="TEXT")
    with refused("INVALID") as caught:
        propose(outcomes(), by=council.editor)
    assert "NM-HOME-01" in str(caught.value.problems[0].message)
    Indicator.objects.filter(pk=own.pk).update(retired_on=timezone.localdate())
    propose(outcomes(), by=council.editor)
    assert Indicator.objects.filter(pk=own.pk).exists()
