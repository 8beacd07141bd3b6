"""Every version that was published, and what is different between any two."""

from dataclasses import dataclass, field

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from leavingwell.platform.councils import scope
from leavingwell.questionnaires.admin.publishing.screen import PublisherScreen
from leavingwell.questionnaires.changes import Subject, changes
from leavingwell.questionnaires.models import Questionnaire, QuestionnaireVersion
from leavingwell.questionnaires.services.publishing.versions import versions_here
from leavingwell.translations.panels import languages_in_scope


def key_of(version: QuestionnaireVersion) -> str:
    """How the address names it: one's own by its number, the nation's as `n2`."""
    own = version.council_id == (scope.current() or None)
    return str(version.number) if own else f"n{version.number}"


def name_of(version: QuestionnaireVersion) -> str:
    own = version.council_id == (scope.current() or None)
    words = _("Version %d") if own else _("National version %d")
    return words % version.number


@dataclass
class Line:
    """A version in the list. `earlier` is the one that it followed."""

    version: QuestionnaireVersion
    earlier: QuestionnaireVersion | None

    @property
    def key(self) -> str:
        return key_of(self.version)

    @property
    def name(self) -> str:
        return name_of(self.version)

    @property
    def earlier_key(self) -> str:
        return key_of(self.earlier) if self.earlier else ""


@dataclass
class Comparison:
    before: str = ""
    after: str = ""
    problem: str = ""
    subjects: list[Subject] = field(default_factory=list)


@dataclass
class History:
    """All versions of one questionnaire that concern the council, newest first."""

    questionnaire: Questionnaire
    chosen: dict[str, str]

    @cached_property
    def lines(self) -> list[Line]:
        rows = versions_here(self.questionnaire).defer("content").select_related("published_by", "checked_by")
        versions = list(rows)
        return [Line(one, earlier) for one, earlier in zip(versions, [*versions[1:], None], strict=True)]

    @cached_property
    def comparison(self) -> Comparison | None:
        """Of the two that the address names; None when it names none."""
        if not (self.chosen["from"] or self.chosen["to"]):
            return None
        known = {line.key: line.version for line in self.lines}
        before, after = known.get(self.chosen["from"]), known.get(self.chosen["to"])
        if before is None or after is None:
            return Comparison(problem=_("Choose two versions of the list."))
        contents = QuestionnaireVersion.objects.in_bulk([before.pk, after.pk])
        subjects = changes(contents[before.pk].content, contents[after.pk].content, languages_in_scope())
        return Comparison(name_of(before), name_of(after), subjects=subjects)


class VersionsView(PublisherScreen, TemplateView):
    template_name = "questionnaires/admin/publishing/versions.html"
    page_title = gettext_lazy("Versions of the questions")
    header_icon = "history"

    @cached_property
    def histories(self) -> list[History]:
        asked = self.request.GET
        chosen = {"from": asked.get("from", ""), "to": asked.get("to", "")}
        code, rows = asked.get("questionnaire", ""), list(Questionnaire.objects.order_by("name"))
        none = {"from": "", "to": ""}
        return [History(row, chosen if row.code == code or (not code and row == rows[0]) else none) for row in rows]
