"""A dialog before what cannot be taken back: it opens without a script, or is a page where there are no popovers."""

from typing import Any

from django import template
from django.core import signing
from django.utils.functional import Promise
from django.utils.translation import gettext as _

register = template.Library()
SALT = "leavingwell.themes.portal.sure"


def signed(act: dict[str, str]) -> str:
    """For the form to the page: it shows no words and leads to no address but those that a page of ours gave."""
    return signing.dumps(act, salt=SALT, compress=True)


@register.inclusion_tag("portal/parts/sure.html", takes_context=True)
def sure(
    context: Any,
    key: str,
    action: str = "",
    *,
    opens: str,
    title: str,
    yes: str,
    words: str | Promise = "",
    no: str = "",
    look: str = "btn line less",
    name: str = "",
    value: str = "",
    form: str = "",
) -> dict[str, Any]:
    """The button `opens` and its dialog. `key` is the dialog's own on this page.

    `yes` sends a form of its own to `action`, with `name` and `value` if given; or the page's form with the id `form`.
    """
    act = {"action": action, "title": title, "words": str(words), "yes": yes, "no": no or _("Go back")}
    if name:
        act |= {"name": name, "value": value}
    more = {"key": key, "opens": opens, "look": look, "form": form, "signed": "" if form else signed(act)}
    return {**act, **more, "request": context["request"]}
