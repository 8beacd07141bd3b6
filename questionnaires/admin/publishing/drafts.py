"""What a publisher looks at: the draft beside what young people read today, or the proposal that waits."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.forms import BoundField
from django.http import QueryDict
from django.utils.functional import cached_property

from leavingwell.platform.councils import scope
from leavingwell.platform.problems import Problems
from leavingwell.questionnaires.admin.publishing.forms import ProposalForm, ReasonForm
from leavingwell.questionnaires.admin.publishing.gone import Gone, gone_between
from leavingwell.questionnaires.changes import Subject, changes
from leavingwell.questionnaires.condition_checks import Fault
from leavingwell.questionnaires.freezing import content_of, hash_of
from leavingwell.questionnaires.models import Proposal, Questionnaire, QuestionnaireVersion
from leavingwell.questionnaires.models.rules import rules
from leavingwell.questionnaires.moving import Move, whole
from leavingwell.questionnaires.services.moving import Touched, dry_run, national_moves
from leavingwell.questionnaires.services.publishing import (
    has_changed,
    hindrances,
    latest_version,
    open_proposal,
    returned_since,
)
from leavingwell.translations.panels import languages_in_scope

NOTHING_YET: Mapping[str, Any] = {"domains": []}


@dataclass(frozen=True)
class GoneRow:
    """A question that is asked no more, on the screen: how many answered it, and the fields of its move."""

    gone: Gone
    touched: Touched
    targets: BoundField | None
    becomes: list[BoundField]


@dataclass
class Draft:
    """One questionnaire on the screen. `data` is what was sent with its form, `reason` with the second person's."""

    questionnaire: Questionnaire
    data: QueryDict | None = None
    reason: ReasonForm | None = None

    @cached_property
    def published(self) -> QuestionnaireVersion | None:
        try:
            return latest_version(self.questionnaire.code)
        except Problems:
            return None

    @cached_property
    def before(self) -> Mapping[str, Any]:
        return self.published.content if self.published else NOTHING_YET

    @cached_property
    def proposal(self) -> Proposal | None:
        return open_proposal(self.questionnaire)

    @cached_property
    def returned(self) -> Proposal | None:
        return returned_since(self.questionnaire, self.published)

    @cached_property
    def content(self) -> dict[str, Any]:
        return self.proposal.content if self.proposal else content_of(self.questionnaire)

    @cached_property
    def content_hash(self) -> str:
        return hash_of(self.content)

    @cached_property
    def subjects(self) -> list[Subject]:
        return changes(self.before, self.content, languages_in_scope())

    @cached_property
    def can_publish(self) -> bool:
        return has_changed(self.questionnaire, self.content)

    @cached_property
    def needs_second_person(self) -> bool:
        return bool(scope.current()) and rules().second_person

    @cached_property
    def faults(self) -> list[Fault]:
        return hindrances(self.questionnaire, self.content, self.proposal.moves if self.proposal else ())

    @cached_property
    def gone(self) -> list[Gone]:
        return gone_between(self.before, self.content)

    @cached_property
    def form(self) -> ProposalForm:
        suggested = national_moves(self.questionnaire) if self.gone and scope.current() else []
        return ProposalForm(self.data, gone=self.gone, suggested=suggested, code=self.questionnaire.code)

    @cached_property
    def reason_form(self) -> ReasonForm:
        return self.reason or ReasonForm()

    @cached_property
    def moves(self) -> list[Move]:
        """Of every question that is asked no more: as the proposal or the form says, else dropped."""
        declared = self.proposal.moves if self.proposal else self.form.moves()
        return [move for move in whole(declared, self.before, self.content) if move["kind"] != "same"]

    @cached_property
    def touched(self) -> list[Touched]:
        return dry_run(self.questionnaire, self.moves) if self.moves else []

    @cached_property
    def rows(self) -> list[GoneRow]:
        found, form = {one.move["from"]: one for one in self.touched}, self.form
        return [GoneRow(one, found[one.code], form.targets_field(one), form.map_fields(one)) for one in self.gone]
