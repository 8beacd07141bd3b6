"""The question bank: what councils have shared, to be taken with one press."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from leavingwell.platform.people.request import Request
from leavingwell.platform.problems import Problems
from leavingwell.questionnaires.admin.own import loading
from leavingwell.questionnaires.admin.own.screen import Screen, or_404
from leavingwell.questionnaires.kinds import AnswerType, Variant
from leavingwell.questionnaires.models import BankQuestion, Indicator
from leavingwell.questionnaires.services.bank import bank_question_of, on_offer, take, withdraw
from leavingwell.translations.languages import LANGUAGES, SOURCE


@dataclass(frozen=True)
class Offered:
    """A shared question; `taken_as` is the council's own question that was made of it."""

    row: BankQuestion
    area: str
    words: str
    help: str
    answered: str
    choices: list[str]
    languages: str
    is_ours: bool
    taken_as: str


def offered(row: BankQuestion, areas: Mapping[str, str], taken: Mapping[str, str], slug: str) -> Offered:
    content = row.content
    words = content["texts"].get(Variant.STANDARD, {})
    texts = words.get("text", {})
    return Offered(
        row=row,
        area=areas.get(row.domain_code, row.domain_code),
        words=texts.get(SOURCE, ""),
        help=words.get("help", {}).get(SOURCE, ""),
        answered=str(AnswerType(content["answer_type"]).label),
        choices=[choice["label"].get(SOURCE, choice["code"]) for choice in content["choices"]],
        languages=", ".join(language.english_name for code, language in LANGUAGES.items() if code in texts),
        is_ours=row.origin == slug,
        taken_as=taken.get(f"{row.origin}:{row.code}", ""),
    )


def shelf(area: str, slug: str) -> list[Offered]:
    """Two queries, however many questions are offered."""
    areas = dict(loading.domain_choices())
    taken = dict(loading.own_indicators().exclude(adopted_from="").values_list("adopted_from", "code"))
    rows = on_offer().filter(domain_code=area) if area in areas else on_offer()
    return [offered(row, areas, taken, slug) for row in rows]


class BankView(Screen):
    template_name = "questionnaires/admin/own/bank.html"
    page_title = gettext_lazy("Question bank")
    header_icon = "folder-open-1"
    leads_back = False

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        council: Any = self.request.council
        area = self.request.GET.get("area", "")
        told = {"questions": shelf(area, council.slug), "areas": loading.domain_choices(), "area": area}
        return super().get_context_data(**told, **kwargs)

    def post(self, request: Request) -> HttpResponseBase:
        row = or_404(bank_question_of, key_of(request.POST.get("question", "")))
        try:
            if request.POST.get("do") == "withdraw":
                withdraw(row, by=request.viewer or None)
                self.tell(_("%s is out of the question bank.") % row.code, waits=False)
            else:
                return self.taken(take(row, by=request.viewer or None))
        except Problems as refused:
            self.tell_problems(refused)
        return redirect("question_bank:index")

    def taken(self, indicator: Indicator) -> HttpResponseBase:
        self.tell(
            _("It is your question %s now. Change its words as you like. It is asked once you publish.") % indicator
        )
        return redirect("own_questions:edit", indicator.code)


def key_of(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Http404 from None
