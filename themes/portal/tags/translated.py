"""What somebody's words mean in another language, beside the words."""

from typing import Any

from django import template
from django.utils.translation import get_language

from leavingwell.themes.portal.forms.translating import TranslationForm
from leavingwell.themes.portal.shell import shell

register = template.Library()


@register.inclusion_tag("portal/parts/translations.html", takes_context=True)
def translations(context: Any, said: dict[str, Any], permissions: list[str]) -> dict[str, Any]:
    """Of a comment, a goal or a check-in (`said`): what there is, and a form for who may add one."""
    request = context["request"]
    languages = shell(request)["council"]["languages"]
    names = {one["code"]: one["ownName"] for one in languages}
    return {
        "said": said,
        "rows": [{**one, "name": names.get(one["language"], one["language"])} for one in said["translations"]],
        "form": form_for(said, languages) if "TRANSLATE_WORDS" in permissions else None,
        "whose": context["whose"],
        "request": request,
        "csrf_token": context.get("csrf_token"),
        "home_of_form": context.get("home_of_form", "/"),
    }


def form_for(said: dict[str, Any], languages: list[dict[str, Any]]) -> TranslationForm | None:
    """None where the council offers no other language than that of the words."""
    others = [one for one in languages if one["code"] != said["language"]]
    start = {"subject": said["id"], "language": get_language(), "origin": "PERSON"}
    place = said["id"].rstrip("=")[-10:]
    return TranslationForm(initial=start, languages=others, auto_id=f"{place}_%s") if others else None
