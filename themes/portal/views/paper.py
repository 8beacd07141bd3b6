"""Keying in a sheet of paper: the questions of one area on one page, in the order of the sheet, with their codes."""

from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.answers import answer_in, is_stale, save, told_somebody
from leavingwell.themes.portal.api import Refused, ask, one
from leavingwell.themes.portal.forms.answering import AnswerForm
from leavingwell.themes.portal.forms.base import VersionField
from leavingwell.themes.portal.forms.meanwhile import VALUE, initial_of, laid_together, packed, same, unpacked
from leavingwell.themes.portal.reading.when import in_words, labels_of
from leavingwell.themes.portal.sittings import Sitting, shown_in, sitting_of
from leavingwell.themes.portal.views.question import TOLD
from leavingwell.themes.portal.whose import Whose, whose

Forms = list[tuple[dict[str, Any], AnswerForm]]  # a question with its form


@dataclass(frozen=True)
class Sheet:
    """The part of a sheet that is about one area of life."""

    whose: Whose
    sitting: Sitting
    person: dict[str, Any]
    response: dict[str, Any]
    area: dict[str, Any]
    forms: Forms

    @property
    def answers(self) -> dict[str, Any]:
        return answers_of(self.response)


def answers_of(response: dict[str, Any]) -> dict[str, Any]:
    return {answer["question"]["code"]: answer for answer in response["answers"]}


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def area(request: HttpRequest, area: str, person: str | None = None, channel: str | None = None) -> HttpResponse:
    place = whose(request, person, channel)
    if place.channel != "PAPER":
        raise Http404
    sheet = sheet_of(request, place, area)
    if request.method != "POST":
        return page(request, sheet, sheet.response["version"])
    version = VersionField(required=False).clean(request.POST.get("version", ""))
    if not all(form.is_valid() for _question, form in sheet.forms):
        return page(request, sheet, version, status=422)
    return keyed_in(request, sheet, version)


def sheet_of(request: HttpRequest, place: Whose, area: str) -> Sheet:
    sitting = shown_in(request, place) if request.method == "POST" else sitting_of(request, place)
    shown = {"language": sitting.language, "variant": sitting.variant}
    person = one(ask(request, "area", youngPerson=place.young_person, **shown)["youngPerson"])
    response = one(one(person["plan"])["response"])
    domains = response["questionnaire"]["domains"]
    domain = one(next((domain for domain in domains if domain["code"] == area), None))
    forms = forms_of(request, domain, domains, answers_of(response), response["version"])
    return Sheet(place, sitting, person, response, domain, forms)


def page(request: HttpRequest, sheet: Sheet, version: int, status: int = 200) -> HttpResponse:
    context = {
        "person": sheet.person,
        "plan": sheet.person["plan"],
        "whose": sheet.whose,
        "sitting": sheet.sitting,
        "area": sheet.area,
        "forms": sheet.forms,
        "answers": sheet.answers,
        "version": version,
    }
    return render(request, "portal/paper.html", context, status=status)


def keyed_in(request: HttpRequest, sheet: Sheet, version: int) -> HttpResponse:
    given = filled(sheet)
    codes = [answer["question"] for answer in given]
    try:
        after = save(request, sheet.whose, sheet.sitting, sheet.response, given, version) if given else None
    except Refused as refused:
        if is_stale(refused):
            return conflict(request, sheet, refused, codes)
        spread(refused, codes, sheet.forms)
        return page(request, sheet, version, status=422)
    if after and told_somebody(after, set(codes)):
        messages.warning(request, _("This answer needs you today."), extra_tags=TOLD)
    messages.success(request, _("Saved. You can go on whenever you like."))
    return redirect(sheet.whose.address("checklist"))


def forms_of(
    request: HttpRequest, domain: dict[str, Any], domains: list[Any], answers: dict[str, Any], version: int
) -> Forms:
    """In the order of the sheet, hidden questions too: the sheet showed all of them."""
    labels, data = labels_of(domains), request.POST if request.method == "POST" else None
    return [
        (
            {**asked, "when": in_words(asked["showWhen"], labels)},
            AnswerForm(
                data, prefix=asked["code"], question=asked, initial=initial_of(answers.get(asked["code"]), version)
            ),
        )
        for asked in domain["questions"]
    ]


def conflict(request: HttpRequest, typed: Sheet, refused: Refused, codes: list[str]) -> HttpResponse:
    """Somebody else was quicker: what the worker touched is laid over what is there now; nothing is overwritten."""
    fresh = sheet_of(request, typed.whose, typed.area["code"])
    version, before = fresh.response["version"], {asked["code"]: form for asked, form in typed.forms}
    forms = [
        (asked, laid_over(form=before.get(asked["code"], form), asked=asked, sheet=fresh, version=version))
        for asked, form in fresh.forms
    ]
    spread(refused, codes, forms)
    return page(request, replace(fresh, forms=forms), version, status=409)


def laid_over(form: AnswerForm, asked: dict[str, Any], sheet: Sheet, version: int) -> AnswerForm:
    """Bound, so that it takes the problems of the API."""
    theirs = sheet.answers.get(asked["code"])
    values = {**laid_together(form, theirs, version), "was": packed(initial_of(theirs, version))}
    data = {form.add_prefix(name): value for name, value in values.items()}
    return AnswerForm(data, prefix=asked["code"], question=asked)


def filled(sheet: Sheet) -> list[dict[str, Any]]:
    """What the worker changed on the sheet. What was left alone or empty is not sent: what is there stays."""
    given = [touched_in(form, asked["code"], sheet) for asked, form in sheet.forms]
    return [answer for answer in given if len(answer) > 1]  # more than the question's code


def touched_in(form: AnswerForm, code: str, sheet: Sheet) -> dict[str, Any]:
    was = unpacked(form["was"].value() or "")

    def touched(*names: str) -> bool:
        return not all(same(form[name].value(), was.get(name)) for name in names)

    skip = not form.value() or not touched(*VALUE)  # an answer is chosen as a whole
    answer = answer_in(form, code, sheet.answers.get(code), sheet.whose, skip=skip)
    changed = {"wantsHelp": touched("wants_help"), "comment": touched("comment")}
    return {name: part for name, part in answer.items() if changed.get(name, True)}


def spread(refused: Refused, codes: list[str], forms: Forms) -> None:
    """Puts each problem into the form of the question that it names; any other at the top."""
    by_code = {asked["code"]: form for asked, form in forms}
    for problem in refused.problems:
        place = str(problem["field"] or "").removeprefix("answers.").partition(".")[0]
        form = by_code[codes[int(place)]] if place.isdecimal() and int(place) < len(codes) else forms[0][1]
        form.take(Refused([problem]))
