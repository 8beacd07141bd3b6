"""The whole plan as one HTML page, for either engine."""

from pathlib import Path
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation
from wagtail.images.models import SourceImageIOError

from leavingwell.platform.councils.models import Council
from leavingwell.platform.documents.drawings import cover_scene, data_url, small_drawings, steps_bar
from leavingwell.platform.documents.models import Document
from leavingwell.platform.documents.parts.plan import content_of, plan_with_people
from leavingwell.themes.models import Theme
from leavingwell.themes.print_style import print_fonts, print_style
from leavingwell.themes.tokens import own_theme
from leavingwell.translations.languages import SOURCE, language_of
from leavingwell.translations.localised import council_chain
from leavingwell.translations.unchecked import has_machine_drafts

SPOKEN = {SOURCE, *(folder.name for folder in (Path(__file__).parent / "locale").iterdir() if folder.is_dir())}


def interface_language(asked: str, council: Council) -> str:
    """The language of headings in a document that was asked for in `asked`: that, or what stands in for it."""
    stand_ins = council.language_fallbacks.get(asked, ())
    return next((code for code in (asked, *stand_ins) if code in SPOKEN), SOURCE)


def logo_of(theme: Theme | None) -> dict[str, str] | None:
    """The council's logo as it stands in the page; None without one, or when its file is lost."""
    if theme is None or theme.logo is None:
        return None
    try:
        rendition = theme.logo.get_rendition("max-600x180|format-png")
        with rendition.file.open("rb") as file:
            return {"url": data_url("image/png", file.read()), "words": theme.logo_alternative_text}
    except (SourceImageIOError, FileNotFoundError):
        return None


def look(language: str, content: dict[str, Any]) -> dict[str, Any]:
    theme = own_theme()
    style, mirrored = print_style(theme), language_of(language).direction == "rtl"
    return {
        "style": style,
        "fonts": print_fonts(theme),
        "drawings": small_drawings(style),
        "scene": cover_scene(theme.scene if theme else "", style, mirrored=mirrored),
        "bars": [steps_bar(goal.done, len(goal.steps), style, mirrored=mirrored) for goal in content["goals"]],
        "logo": logo_of(theme),
        "start": "right" if mirrored else "left",
        "end": "left" if mirrored else "right",
        "leading": "1.75" if mirrored else "1.45",
    }


def plan_page(document: Document) -> str:
    """The page in the document's language, as the plan stands now."""
    plan = plan_with_people(document.plan_id)
    language = document.language
    content = content_of(plan, council_chain(language, plan.council))
    context = {
        **content,
        **look(language, content),
        "next_review": plan.current_until or (plan.review.due_on if plan.review else None),
        "document": document,
        "asked_by": document.requested_by,
        "language": language,
        "interface": interface_language(language, plan.council),
        "direction": language_of(language).direction,
        "is_unchecked": has_machine_drafts(interface_language(language, plan.council)),
    }
    with translation.override(context["interface"]):
        return render_to_string("documents/plan.html", context)
