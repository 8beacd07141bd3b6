"""A plan's cover in a look that is not saved yet, on a sheet of paper, of a young person who does not exist."""

from types import SimpleNamespace

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from leavingwell.platform.documents.drawings import cover_scene
from leavingwell.platform.documents.plan_page import logo_of
from leavingwell.themes.preview import Draft
from leavingwell.themes.print_style import print_style


def cover(request: HttpRequest, draft: Draft) -> str:
    """Paper is always light, whatever the mode."""
    style, mirrored = print_style(draft.theme), get_language_bidi()
    context = {
        "style": style,
        "sheet": draft.sheet,
        "logo": logo_of(draft.theme),
        "scene": cover_scene(draft.theme.scene, style, mirrored=mirrored),
        "plan": SimpleNamespace(council=SimpleNamespace(name=draft.council_name)),
        "name": _("Sam"),
        "worker": SimpleNamespace(name=_("Marlow")),
        "review": SimpleNamespace(state="current", authorised_at=timezone.now()),
        "document": SimpleNamespace(requested_at=timezone.now()),
        "language": get_language() or "en",
        "direction": "rtl" if mirrored else "ltr",
        "start": "right" if mirrored else "left",
        "leading": "1.75" if mirrored else "1.45",
    }
    return render_to_string("documents/cover_preview.html", context)
