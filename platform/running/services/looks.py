"""The look with which a council starts: its colours and its logo."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext as _
from wagtail.images import get_image_model
from wagtail.images.forms import get_image_form

from leavingwell.platform.councils.admin.documents import collections_of
from leavingwell.platform.councils.models import Council
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import Problem, ProblemCode, Problems
from leavingwell.themes.contrast import failures, mixed, nearest_passing
from leavingwell.themes.models import Theme
from leavingwell.themes.palettes import complete
from leavingwell.themes.roles import name_of
from leavingwell.themes.services.saving import save_look

CHOSEN = ("brand", "brand-ink", "accent", "accent-ink")
LARGEST_LOGO = 500 * 1024  # bytes


@dataclass(frozen=True)
class Look:
    """`colours` by role, none for those of the template; the logo is the bytes of a picture, or none."""

    colours: Mapping[str, str] = field(default_factory=dict)
    logo: bytes = b""
    logo_name: str = ""
    logo_text: str = ""


def with_followers(colours: Mapping[str, str]) -> dict[str, str]:
    """The chosen colours and those that follow from them, each as far as it must be to be read."""
    if not colours:
        return {}
    hover = mixed(colours["accent"], "#000000", 0.15)
    return {
        **colours,
        "brand-quiet": colours["brand-ink"],
        "accent-hover": hover,
        "accent-soft": mixed(colours["accent"], "#ffffff", 0.9),
        "accent-soft-ink": nearest_passing(colours["accent"], mixed(colours["accent"], "#ffffff", 0.9), 4.5),
    }


def colour_faults(colours: Mapping[str, str]) -> Iterator[Problem]:
    """One for each chosen colour that is too close to another, with the nearest that passes."""
    whole = complete({"light": with_followers(colours)})["light"]
    for failure in failures(whole):
        role, other = failure.front, failure.back
        if role not in CHOSEN and other in CHOSEN:
            role, other = other, role
        if role in CHOSEN:
            words = _("Too close to “%(other)s”: %(ratio).2f to 1, and %(least)s is needed. Try %(nearest)s.") % {
                "other": name_of(other),
                "ratio": int(failure.ratio * 100) / 100,  # never rounded up to a pass
                "least": failure.least,
                "nearest": nearest_passing(whole[role], whole[other], failure.least),
            }
            yield Problem(ProblemCode.INVALID, words, role.replace("-", "_"))


def logo_form(look: Look, council: Council | None = None) -> Any:
    """The form of every upload, with the logo; `council` is whose collection it goes to."""
    given = {"title": look.logo_text or look.logo_name, "description": look.logo_text}
    if council:
        given["collection"] = collections_of(council).get().pk
    form = get_image_form(get_image_model())(given, {"file": SimpleUploadedFile(look.logo_name, look.logo)})
    if council is None:
        form.fields.pop("collection", None)  # it is looked at only
    return form


def logo_faults(look: Look) -> Iterator[Problem]:
    if not look.logo:
        return
    if len(look.logo) > LARGEST_LOGO:
        yield Problem(ProblemCode.TOO_LARGE, _("Please keep the logo to %d kB.") % (LARGEST_LOGO // 1024), "logo")
        return
    if not look.logo_text.strip():
        yield Problem(ProblemCode.INVALID, _("Say what the logo shows, for people who cannot see it."), "logo_text")
    form = logo_form(look)
    if not form.is_valid():
        for message in form.errors.get("file", []):
            yield Problem(ProblemCode.INVALID, str(message), "logo")


def faults(look: Look) -> list[Problem]:
    return [*(colour_faults(look.colours) if look.colours else ()), *logo_faults(look)]


def dress(council: Council, look: Look, *, by: Person | None) -> Theme:
    """In the council's scope: its theme, over what a template has brought. Raises `Problems`."""
    if found := faults(look):
        raise Problems(found)
    theme = Theme.objects.first() or Theme()
    if look.colours:
        theme.colours = {"light": with_followers(look.colours)}
    if look.logo:
        form = logo_form(look, council)
        form.is_valid()
        theme.logo = form.save()
        theme.logo_alternative_text = look.logo_text
    try:
        save_look(theme, by=by)
    except ValidationError as error:
        raise Problems(Problem(ProblemCode.INVALID, message, "brand") for message in error.messages) from error
    return theme
