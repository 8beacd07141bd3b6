"""Two editors at once: what the second is about to save is shown beside what the first has saved meanwhile."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup
from django.db import transaction
from django.utils.text import capfirst
from wagtail.fields import RichTextField, StreamField

from leavingwell.content.checks.texts import leaves_of, place_of
from leavingwell.translations.forms import translations_of

VERSION = ("loaded_revision_id", "loaded_revision_created_at", "overwrite_revision_id")


@dataclass(frozen=True)
class Both:
    """One field of which there are two texts."""

    label: str
    theirs: str
    mine: str
    language: str = ""
    direction: str = ""


def is_out_of_date(posted: Any, latest: Any) -> bool:
    """Whether the form was opened before the latest version was written. As Wagtail tells it for its autosave."""
    if latest is None:
        return False
    if own := posted.get("overwrite_revision_id"):
        return bool(own != str(latest.pk))
    if loaded := posted.get("loaded_revision_id"):
        written = posted.get("loaded_revision_created_at")
        return bool(loaded != str(latest.pk) or (written and written != latest.created_at.isoformat()))
    return False


def form_with(posted: Any, page: Any, user: Any) -> Any:
    """The page's form, filled with what was sent, over a copy of the latest version."""
    form_class = page.get_edit_handler().get_form_class()
    mine = page.latest_revision.as_object()
    form = form_class(posted, instance=mine, parent_page=page.get_parent(), for_user=user)
    form.defer_required_fields()
    form.is_valid()
    return form


def words_of(page: Any, field: Any) -> str:
    value = getattr(page, field.name)
    if isinstance(field, StreamField):
        return "\n".join(text for block, inner in leaves_of(page, field) if (text := leaf_words(inner)))
    if isinstance(field, RichTextField):
        return BeautifulSoup(value or "", "html.parser").get_text("\n", strip=True)
    return "" if value is None else str(value)


def leaf_words(value: Any) -> str:
    source = getattr(value, "source", None)
    if source is not None:
        return BeautifulSoup(source, "html.parser").get_text("\n", strip=True)
    return value if isinstance(value, str) else ""


def differences(form: Any, theirs: Any) -> Iterator[Both]:
    spoken = {field.name: language for field, language in translations_of(type(theirs))}
    for name in form.fields:
        field = next((one for one in type(theirs)._meta.concrete_fields if one.name == name), None)
        if field is None:
            continue
        mine_words, their_words = words_of(form.instance, field), words_of(theirs, field)
        if mine_words == their_words:
            continue
        if language := spoken.get(name):
            label = f"{place_of(field)} ({language.english_name})"
            yield Both(label, their_words, mine_words, language.code, language.direction)
        else:
            yield Both(str(capfirst(field.verbose_name)), their_words, mine_words)


@transaction.atomic
def keep_theirs(form: Any, page: Any, user: Any) -> None:
    """Puts mine into the history, and theirs on top of it as the draft. Only for a form that is valid."""
    theirs = page.latest_revision
    form.save(commit=False).save_revision(user=user, log_action=True, clean=False)
    theirs.as_object().save_revision(user=user, log_action=True, previous_revision=theirs, clean=False)
