"""Every table that holds something about a young person, and what of it goes into the copy of their data."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Field, ForeignKey, Model, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.documents.models import Document
from leavingwell.platform.people import models as people
from leavingwell.platform.plans import models as plans
from leavingwell.questionnaires import models as questionnaires

BATCH = 200
NEVER = frozenset({"council", "snapshot", "file", "sha256", "code_hash", "token"})  # for machines, or said elsewhere
PLAN, OF = "plan__young_person", "young_person"


@dataclass(frozen=True)
class Table:
    """`name` is the file's. `young_person` is the path to whose row it is; `without` are fields that stay out.

    `alone` are rows that only the young person reads: they are in no copy that the council asks for. Nor are
    `own_links`, which point to rows of which nobody else may know.
    """

    name: str
    title: str | Promise
    model: type[Model]
    young_person: str
    without: frozenset[str] = frozenset()
    alone: Q | None = None
    own_links: tuple[str, ...] = ()

    @property
    def fields(self) -> list[Field[Any, Any]]:
        """All columns but those left out: what is added to a table later is in the copy by itself."""
        return [one for one in self.model._meta.concrete_fields if one.name not in NEVER | self.without]

    def rows(self, young_person: people.YoungPerson, *, own: bool = True) -> Iterator[Any]:
        """In batches by key, so that memory does not grow with the record. `own`: in the young person's own copy."""
        links = [one.name for one in self.fields if isinstance(one, ForeignKey)]
        found: QuerySet[Any] = self.model._default_manager.filter(**{self.young_person: young_person.pk})
        if self.alone is not None and not own:
            found = found.exclude(self.alone)
        found, last = found.select_related(*links).order_by("pk"), None
        while batch := list((found.filter(pk__gt=last) if last else found)[:BATCH]):
            last = batch[-1].pk
            for row in batch:
                for link in () if own else self.own_links:
                    setattr(row, link, None)
                yield row


def table(name: str, title: str | Promise, model: type[Model], young_person: str, *without: str, **more: Any) -> Table:
    return Table(name, title, model, young_person, frozenset(without), **more)


EVERY = Q(pk__isnull=False)
FOR_ME_ALONE = Q(shared_with=questionnaires.CheckIn.SharedWith.ONLY_ME)
OF_ONE_ALONE = Q(check_in__shared_with=questionnaires.CheckIn.SharedWith.ONLY_ME)
TABLES = (
    table("details", _("Your details"), people.YoungPerson, "pk"),
    table("times-in-care", _("Times in care"), people.CarePeriod, OF),
    table("workers", _("Your workers"), people.Allocation, OF),
    table("teams", _("Your teams"), people.TeamAllocation, OF),
    table("supporters", _("Your supporters"), people.Supporter, OF),
    table("emergency-openings", _("When your record was opened in an emergency"), people.EmergencyAccess, OF),
    table("checklists", _("Your checklists"), questionnaires.Response, OF),
    table("answers", _("Your answers"), questionnaires.Answer, "response__young_person"),
    table(
        "earlier-answers", _("Your earlier answers"), questionnaires.AnswerRevision, "answer__response__young_person"
    ),
    table("check-ins", _("Your check-ins"), questionnaires.CheckIn, OF, alone=FOR_ME_ALONE),
    table(
        "earlier-check-ins",
        _("Your check-ins before you changed them"),
        questionnaires.CheckInRevision,
        "check_in__young_person",
        alone=OF_ONE_ALONE,
    ),
    table("remarks", _("What you said about questions"), questionnaires.Remark, OF, alone=EVERY),
    table("surveys", _("Surveys that you were asked"), questionnaires.SurveyInvitation, OF, alone=EVERY),
    table(
        "survey-answers",
        _("Your answers to surveys"),
        questionnaires.SurveyAnswer,
        "invitation__young_person",
        alone=EVERY,
    ),
    table("plan", _("Your plan"), plans.Plan, OF),
    table(
        "reviews", _("Reviews"), plans.Review, PLAN, "return_reason"
    ),  # it stands in "sent-back", and is marked there
    table("sent-back", _("Why a plan was sent back"), plans.ReturnReason, "review__plan__young_person"),
    table("matters", _("The parts of your plan"), plans.PlanMatter, PLAN),
    table("goals", _("Your goals"), plans.Goal, PLAN, own_links=("check_in",)),
    table("to-do", _("The to-do list"), plans.Action, PLAN),
    table("to-do-owners", _("Who does what"), plans.ActionOwner, "action__plan__young_person"),
    table("comments", _("What was written"), plans.Comment, PLAN),
    table(
        "translations",
        _("What your words mean in other languages"),
        plans.WordsTranslation,
        OF,
        alone=OF_ONE_ALONE,
    ),
    table("order", _("What you wanted to look at first"), plans.FocusOrder, PLAN),
    table("saved-offers", _("What you saved from what you can get"), plans.SavedOffer, OF, alone=EVERY),
    table("homes", _("Your homes"), plans.Home, OF),
    table("home-checks", _("How your home suits you"), plans.Suitability, "home__young_person"),
    table("home-check-points", _("Point by point"), plans.SuitabilityFactor, "suitability__home__young_person"),
    table("home-views", _("What you say about your home"), plans.HomeViews, "home__young_person"),
    table("copies", _("Copies of the plan that you were given"), plans.CopyGiven, "review__plan__young_person"),
    table(
        "quality",
        _("What those found who looked at how good your plan is"),
        plans.QualityJudgement,
        "review__plan__young_person",
    ),
    table(
        "quality-notes",
        _("What they noted about it"),
        plans.QualityNote,
        "judgement__review__plan__young_person",
    ),
    table("contacts", _("Contacts and visits"), plans.Contact, OF),
    table("tries", _("Tries to do the plan together"), plans.Attempt, PLAN),
    table("calls", _("Calls that you asked for"), plans.ReturnedCall, "check_in__young_person"),
    table("crises", _("Hard times"), plans.Crisis, OF),
    table("states", _("How things were"), plans.StateChange, OF),
    table("told", _("Who was told that you may not be safe"), plans.SafetyNotice, OF),
    table("yearly-messages", _("Yearly messages"), plans.YearlyOffer, OF),
    table(
        "left-out",
        _("Where words are left out"),
        plans.Redaction,
        OF,
        *("explanation", "subject_id", "start", "end", "words"),
    ),
    table("files", _("Files that were made"), Document, PLAN),
)
# What is of a young person and yet in no copy, and why. A test keeps the two lists whole.
LEFT_OUT = {
    "access.youngpersongrant": "rights to the record: the allocations and supporters above say the same",
    "people.legalhold": "may belong to an inquiry; the council answers for it itself",
    "people.invitation": "holds secrets of signing in",
    "plans.notice": "what others were told is theirs; it repeats the rows above",
    "plans.commentread": "when others read something is theirs",
}
