"""Adding what somebody's words mean in another language. The words themselves stay as they were written."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Person, YoungPerson
from leavingwell.platform.plans.marked_words import fingerprint
from leavingwell.platform.plans.models import WordsTranslation
from leavingwell.platform.plans.services.fields import checked_text
from leavingwell.platform.plans.translated_words import FIELDS, words_of
from leavingwell.platform.problems import invalid
from leavingwell.translations.languages import LANGUAGES

LONGEST = 6000  # characters: half as many again as the longest words


@transaction.atomic
def translate_words(
    young_person: YoungPerson,
    row: Any,
    *,
    language: str,
    text: str,
    by: Person,
    origin: WordsTranslation.Origin = WordsTranslation.Origin.PERSON,
) -> WordsTranslation:
    """Adds a translation of a comment, a goal or a check-in, which must be of the young person's record.

    Raises INVALID for no text, for no language of ours or that of the words themselves, and for a check-in without
    words; TOO_LARGE.
    """
    if language not in LANGUAGES:
        raise invalid(_("Choose a language from the list."), "language")
    if language == row.language:
        raise invalid(_("These words are in that language already."), "language")
    if not words_of(row).strip():
        raise invalid(_("There are no words to translate."), "subjectId")
    words = checked_text(text, "text", longest=LONGEST, empty=_("Write what the words mean."))
    made = WordsTranslation.objects.create(
        young_person=young_person,
        **{FIELDS[type(row)][0]: row},
        sha256=fingerprint(words_of(row)),
        language=language,
        text=words,
        origin=origin,
        by=by,
    )
    record("words.translated", made, by=by, young_person_id=young_person.pk)
    return made
