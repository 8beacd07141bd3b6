"""A council's own copy of a national text: made, kept, and brought in line with what the nation says now."""

from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from leavingwell.content.models import OfferPage
from leavingwell.content.national.kinds import kind_of
from leavingwell.content.national.words import lines, words_of
from leavingwell.content.services.opening import home_page, offer_index
from leavingwell.platform.audit.services import record
from leavingwell.platform.councils import scope
from leavingwell.platform.councils.models import Council
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import not_found, wrong_state
from leavingwell.translations.forms import translations_of
from leavingwell.translations.panels import languages_in_scope

ALREADY = _("You have a copy of your own already.")
NOTHING_NATIONAL = _("There is nothing national behind this any more.")
FRESH = {"last_checked_on": None, "last_checked_by": "", "next_check_on": None}  # nobody here has looked yet


def user_of(person: Person | None) -> Any:
    return person.user if person else None


def copy_of(national: Any) -> Any:
    """The council's own row in place of it; None while it shows the nation's."""
    council = scope.current_council_id()
    return type(national).objects.filter(council_id=council, replaces=national.pk).first()


def shared_values(national: Any) -> dict[str, Any]:
    """In the council's languages alone: in others the national translation would not say what its English says."""
    chosen = languages_in_scope()
    others = (field.attname for field, language in translations_of(type(national)) if language.code not in chosen)
    return {**dict.fromkeys(others), "replaces": national, "national_words": words_of(national)}


def copied_row(national: Any) -> Any:
    """Without the source columns, which modeltranslation fills by itself."""
    model = type(national)
    sources = {field.translated_field.attname for field, _language in translations_of(model)}
    names = {field.attname for field in model._meta.concrete_fields} - sources - {"id", "council_id", "replaces_id"}
    own = model(**{**{name: getattr(national, name) for name in names}, **shared_values(national)})
    own.save()
    return own


def free_slug(parent: Any, slug: str) -> str:
    taken = set(parent.get_children().values_list("slug", flat=True))
    return next(one for one in (slug, *(f"{slug}-{number}" for number in range(2, 1000))) if one not in taken)


def copied_page(national: Any, user: Any) -> Any:
    """A draft: young people read the national page until it is published."""
    council = Council.objects.get(pk=scope.current_council_id())
    is_offer = isinstance(national, OfferPage)
    parent = offer_index(council) if is_offer else home_page(council)
    given = {**shared_values(national), **(FRESH if is_offer else {}), "slug": free_slug(parent, national.slug)}
    own = national.copy(to=parent, update_attrs=given, copy_revisions=False, keep_live=False, user=user)
    own.replaces, own.national_words = given["replaces"], given["national_words"]  # which no ordinary copy takes along
    type(own).objects.filter(pk=own.pk).update(replaces=own.replaces, national_words=own.national_words)
    return own


@transaction.atomic
def make_own_copy(national: Any, *, by: Person | None) -> Any:
    """Raises NOT_FOUND for what is not the nation's, WRONG_STATE where the council has a copy."""
    if national.council_id is not None:
        raise not_found()
    if copy_of(national):
        raise wrong_state(ALREADY)
    try:
        with transaction.atomic():
            own = copied_page(national, user_of(by)) if kind_of(national).is_page else copied_row(national)
    except IntegrityError:  # a colleague was faster
        raise wrong_state(ALREADY) from None
    record("content.national_copied", own, by=by)
    return own


@transaction.atomic
def keep_ours(own: Any, *, by: Person | None) -> None:
    """The council has seen what the nation says now, and keeps its own words. Raises WRONG_STATE."""
    note(own, national_behind(own))
    record("content.national_words_seen", own, by=by)


@transaction.atomic
def take_national(own: Any, *, by: Person | None) -> None:
    """Puts what the nation has changed in place of the council's words, in its languages. Of a page: as a draft.

    What the nation has not changed since stays as the council wrote it. Raises WRONG_STATE.
    """
    national = national_behind(own)
    changed = [line for line in lines(own, national, languages_in_scope()) if line.has_changed]
    row = own.get_latest_revision_as_object() if kind_of(own).is_page else own
    for line in changed:
        setattr(row, line.column, getattr(national, line.column))
    if kind_of(own).is_page:
        row.national_words = words_of(national)
        row.save_revision(user=user_of(by), log_action=True, clean=False)
    else:
        row.save()
    note(own, national)
    record("content.national_words_taken", own, by=by, changes={line.column: [line.ours, line.now] for line in changed})


def national_behind(own: Any) -> Any:
    if own.replaces is None:
        raise wrong_state(NOTHING_NATIONAL)
    return own.replaces


def note(own: Any, national: Any) -> None:
    """What is shown now knows it at once, whatever waits as a draft."""
    own.national_words = words_of(national)
    type(own).objects.filter(pk=own.pk).update(national_words=own.national_words)
