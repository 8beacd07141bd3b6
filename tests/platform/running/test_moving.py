"""A council's configuration out to a file, and into another council: what comes along, and what never does."""

import json
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from leavingwell.content.models import OfferPage, StoryPage
from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.configuration import registry
from leavingwell.platform.councils.configuration.outcome import State
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import SignInRules
from leavingwell.platform.running.archive import Archive, written
from leavingwell.platform.running.reading import read
from leavingwell.platform.running.services.moving import Plan, bring_in, packed, preview
from leavingwell.questionnaires.models import QuestionnaireVersion
from leavingwell.themes.models import Theme
from tests.factories import Household
from tests.platform.running.conftest import MARK


def taken_out(house: Household, **options: Any) -> Archive:
    with scope(house.council):
        return read(written(packed(**options)))


def brought_in(archive: Archive, house: Household) -> Plan:
    with scope(house.council):
        return bring_in(archive, None, by=house.admin)


def test_nothing_that_a_council_configures_is_without_a_part() -> None:
    assert registry.without_part() == []


def test_no_field_of_a_table_points_to_what_nobody_can_name() -> None:
    """Such a field would be left empty, and nobody would notice."""
    from leavingwell.platform.councils.configuration.media import kind_of
    from leavingwell.platform.councils.configuration.table_part import TablePart

    tables = [table for part in registry.parts() if isinstance(part, TablePart) for table in part.tables]
    pointing = [(table, field) for table in tables for field in table.fields.values() if field.is_relation]
    lost = [
        f"{table.name}.{field.name}"
        for table, field in pointing
        if not (kind_of(field.related_model) or registry.addressed_as(field.related_model))
    ]
    several = [table.name for table in tables if table.model._meta.many_to_many]
    assert pointing
    assert lost + several == []


def test_it_arrives_whole_and_a_second_time_changes_nothing(furnished: tuple[Household, Household]) -> None:
    north, east = furnished
    archive = taken_out(north)
    with scope(east.council):
        shown = preview(archive, by=east.admin)
        assert not Theme.objects.exists()  # nothing was changed by looking
        done = brought_in(archive, east)
        assert shown.fingerprint == done.fingerprint
        assert [(one.name, one.why) for one in done.whole.left_out] == []
        offer = OfferPage.objects.get(slug="rent-help")
        assert offer.live
        assert offer.body_en.count('linktype="page"') == offer.body_en.count('linktype="document"') == 1
        assert str(offer.get_parent().get_parent().get_children().get(slug="get-help").pk) in offer.body_en
        assert (offer.last_checked_by, offer.picture.title) == ("", "Crest")
        draft = OfferPage.objects.get(slug="bus-pass")
        assert not draft.live
        assert draft.get_latest_revision_as_object().summary_en == "Free rides everywhere"
        assert Theme.objects.get().logo.collection.name == east.council.name
        assert not QuestionnaireVersion.objects.filter(council=east.council).exists()  # the questions are a draft
        assert AuditEntry.objects.get(action="configuration.imported").actor_name == east.admin.name
    again = brought_in(archive, east)
    assert [(one.kind, one.name, one.fields) for one in again.whole.changes] == []
    assert {one.state for one in again.whole.differences} == {State.SAME}


def test_what_is_only_here_stays_and_what_differs_is_named(furnished: tuple[Household, Household]) -> None:
    north, _east = furnished
    archive = taken_out(north)
    with scope(north.council):
        offer = OfferPage.objects.get(slug="bus-pass")
        offer.slug = "travel"
        offer.save()
        Theme.objects.update(shape="soft")
        plan = preview(archive, by=north.admin)
    told = {one.name: one for one in plan.whole.differences}
    assert told["offers / travel"].state == State.ONLY_HERE
    assert told["offers / bus-pass"].state == State.NEW
    changed = plan.whole.of(State.CHANGED)
    assert [(one.kind, one.fields) for one in changed] == [("Theme", ("shape",))]


def test_nothing_about_a_person_and_no_number_of_the_database_is_in_it(furnished: tuple[Household, Household]) -> None:
    north, _east = furnished
    with scope(north.council):
        everybody = north.people.values()
        people = {person.name for person in everybody} | {person.user.email for person in everybody}
        keys = {str(person.pk) for person in everybody} | {str(north.plan.pk)}
        assert StoryPage.objects.exists()
        assert SignInRules.objects.get().client_id == MARK
    archive = taken_out(north)
    text = json.dumps([archive.manifest, archive.parts, archive.about], ensure_ascii=False)
    assert [one for one in {MARK, *people, *keys} if one in text] == []
    assert "council_id" not in text
    assert '"id": ' not in json.dumps(archive.parts["words"])


def test_a_file_is_the_same_as_long_as_nothing_changes(furnished: tuple[Household, Household]) -> None:
    north, _east = furnished
    one, two = taken_out(north), taken_out(north)
    assert (one.parts, one.about, one.files) == (two.parts, two.about, two.files)


def test_for_another_council_pages_are_drafts_and_what_holds_in_one_place_stays(
    furnished: tuple[Household, Household],
) -> None:
    north, east = furnished
    archive = taken_out(north, for_another=True)
    assert "01632 960 999" not in json.dumps(archive.parts)  # the night line of north
    assert not {"helpline", "notice", "area"} & set(archive.parts["words"])
    brought_in(archive, east)
    with scope(east.council):
        assert not OfferPage.objects.filter(live=True).exists()
        assert OfferPage.objects.filter(slug="rent-help").exists()


def test_what_points_to_something_that_is_not_here_is_left_out_and_said(
    furnished: tuple[Household, Household],
) -> None:
    north, east = furnished
    archive = taken_out(north)
    for row in archive.parts["pages"]["offerpage"]:
        row["fields"]["topic"]["key"] = ["a-topic-of-the-moon"]
    plan = brought_in(archive, east)
    assert {(one.name, "a-topic-of-the-moon" in one.why) for one in plan.whole.left_out} == {
        ("offers / rent-help", True),
        ("offers / bus-pass", True),
    }
    with scope(east.council):
        assert Theme.objects.exists()


def test_rules_for_plans_that_have_begun_are_never_changed(furnished: tuple[Household, Household]) -> None:
    north, _east = furnished
    archive = taken_out(north)
    archive.parts["plan_rules"]["planrules"][0]["fields"]["review_every_months"] = 5
    plan = brought_in(archive, north)
    assert ["have begun" in one.why for one in plan.whole.left_out] == [True]


def test_the_command_tells_and_changes_nothing_in_a_dry_run(
    furnished: tuple[Household, Household], tmp_path: Any, capsys: Any
) -> None:
    file = tmp_path / "north.zip"
    call_command("export_configuration", "northmoor", str(file))
    call_command("import_configuration", "eastmarsh", str(file), "--dry-run")
    told = capsys.readouterr().out
    assert "+ Offer: offers / rent-help" in told
    assert told.endswith("Nothing was changed.\n")
    with scope(furnished[1].council):
        assert not OfferPage.objects.exists()
    file.write_bytes(b"no zip")
    with pytest.raises(CommandError, match="not a configuration"):
        call_command("import_configuration", "eastmarsh", str(file))
    with pytest.raises(CommandError, match="no council"):
        call_command("import_configuration", "nowhere", str(file))
