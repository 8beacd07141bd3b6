from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from leavingwell.themes.portal.access import own_id, signed_in
from leavingwell.themes.portal.api import Refused, ask, change, one
from leavingwell.themes.portal.forms.remarks import RemarkForm


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def remark(request: HttpRequest, code: str) -> HttpResponse:
    """What is wrong with a question, and how the young person would put it."""
    own_id(request)
    if request.method != "POST":
        return page(request, code, RemarkForm())
    form = RemarkForm(request.POST)
    if form.is_valid():
        try:
            change(request, "remark-on-question", question=code, **form.api_input())
        except Refused as refused:
            form.take(refused)
        else:
            thanks = _("Thank you. The people who write the questions read this. They do not see your name.")
            messages.success(request, thanks)
            return redirect("question_remark", code=code)
    return page(request, code, form, status=422)


def page(request: HttpRequest, code: str, form: RemarkForm, status: int = 200) -> HttpResponse:
    data = ask(request, "remarks", youngPerson=own_id(request), code=code)
    response = one(one(one(data["youngPerson"])["plan"])["response"])
    question = one(response["questionnaire"]["question"])
    context = {"form": form, "question": question, "remarks": data["viewer"]["remarks"]}
    return render(request, "portal/remark.html", context, status=status)


@signed_in
@require_safe
def my_remarks(request: HttpRequest) -> HttpResponse:
    """What the young person said about questions, with the council's answers."""
    own_id(request)
    return render(request, "portal/my_remarks.html", {"remarks": ask(request, "my-remarks")["viewer"]["remarks"]})
