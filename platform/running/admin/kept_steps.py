"""What an operator has typed so far, in their session: it is still there when they come back."""

from typing import Any

from django.http import HttpRequest, QueryDict

from leavingwell.platform.running.admin.steps import BY_CODE, STEPS, StepForm, as_kept, kept_logo, look_of
from leavingwell.platform.running.services.looks import LARGEST_LOGO
from leavingwell.platform.running.services.opening import NewCouncil
from leavingwell.platform.running.services.templates import PLAIN

KEY = "new_council"
LOGO = "logo"


class Kept:
    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.steps: dict[str, dict[str, Any]] = request.session.get(KEY, {})

    def keep(self, code: str, form: StepForm) -> None:
        """As it was typed, right or wrong. A logo that was chosen before stays until there is another."""
        given = {name: form[name].data for name in form.fields if name != LOGO}
        if LOGO in form.fields:
            given[LOGO] = self.logo_from(form) or self.steps.get(code, {}).get(LOGO)
        self.request.session[KEY] = {**self.steps, code: given}
        self.steps = self.request.session[KEY]

    def logo_from(self, form: StepForm) -> dict[str, str] | None:
        file: Any = form.files.get(LOGO)
        if not file or LOGO in form.errors or file.size > LARGEST_LOGO:
            return None
        file.seek(0)
        return as_kept(file.name, file.read())

    @property
    def logo(self) -> dict[str, str] | None:
        found: dict[str, str] | None = self.steps.get("look", {}).get(LOGO)
        return found

    def form(self, code: str) -> StepForm:
        """The step as it was left: with its faults once it was sent."""
        step = BY_CODE[code]
        return step.form(self.data(code)) if code in self.steps else step.form()

    def data(self, code: str) -> QueryDict:
        found = QueryDict(mutable=True)
        for name, value in self.steps[code].items():
            if isinstance(value, list):
                found.setlist(name, value)
            elif value not in (None, False) and name != LOGO:
                found[name] = str(value)
        return found

    def unfinished(self) -> list[str]:
        """The codes of the steps that are not done, or not right any more."""
        return [step.code for step in STEPS if step.code not in self.steps or not self.form(step.code).is_valid()]

    def new_council(self, port: int) -> NewCouncil:
        """When nothing is unfinished."""
        given: dict[str, Any] = {}
        for step in STEPS:
            form = self.form(step.code)
            form.is_valid()
            given |= form.cleaned_data
        look = look_of({**given, **(kept_logo(self.logo) if self.logo else {})})
        return NewCouncil(
            slug=given["slug"],
            name=given["name"],
            host=given["host"],
            languages=given["languages"],
            default_language=given["default_language"],
            template=given.get("template") or PLAIN,
            look=look,
            admin_name=given["admin_name"],
            admin_email=given["admin_email"],
            port=port,
        )

    def forget(self) -> None:
        self.request.session.pop(KEY, None)
