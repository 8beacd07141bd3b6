"""Duty: who covers for which team now, starting it and ending it early."""

from typing import Any

from django import forms
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from leavingwell.platform.access.admin.forms import CoverForm
from leavingwell.platform.access.admin.screen import PeopleScreen, ServiceFormView
from leavingwell.platform.access.services.covering import end_duty_cover, start_duty_cover
from leavingwell.platform.access.staff_list import covers_now
from leavingwell.platform.people.models import DutyCover

DUTY = gettext_lazy("Duty cover")
EARLIER = 20


class DutyView(PeopleScreen, TemplateView):
    template_name = "access/admin/duty.html"
    page_title = DUTY

    @cached_property
    def now(self) -> list[DutyCover]:
        return list(covers_now().order_by("team__name", "ends_at"))

    @cached_property
    def earlier(self) -> list[DutyCover]:
        over = DutyCover.objects.filter(ends_at__lte=timezone.now()).select_related("person", "team")
        return list(over.order_by("-ends_at")[:EARLIER])


class StartView(ServiceFormView):
    form_class = CoverForm
    page_title = gettext_lazy("Start a cover")
    intro = gettext_lazy("From now on they can do for each young person of the team what a worker can.")
    back_to, back_label = "duty", DUTY
    submit = gettext_lazy("Start")
    done = gettext_lazy("Started.")

    def act(self, given: dict[str, Any]) -> None:
        start_duty_cover(given["person"], given["team"], until=given["until"], by=self.viewer)


class EndView(ServiceFormView):
    form_class = forms.Form
    page_title = gettext_lazy("End a cover")
    intro = gettext_lazy("It ends now, with every right to the team's young people.")
    back_to, back_label = "duty", DUTY
    submit = gettext_lazy("End it now")
    done = gettext_lazy("Ended.")
    is_grave = True

    @cached_property
    def cover(self) -> DutyCover:
        return get_object_or_404(covers_now(), pk=self.kwargs["cover"])

    def get_page_title(self) -> str:
        return f"{self.page_title}: {self.cover}"

    def act(self, given: dict[str, Any]) -> None:
        end_duty_cover(self.cover, by=self.viewer)
