"""The question bank: questions of councils' own that others may take.

Councils see nothing of each other. Sharing copies a question, as it was published, to a row of the nation's, and this
copy is all that others ever read. Taking makes a question of one's own of it: what becomes of either later, the other
stays as it is.
"""

from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.councils import scope
from leavingwell.platform.councils.models import Council
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import ProblemCode, not_allowed, not_found, refuse, wrong_state
from leavingwell.questionnaires.kinds import OWN_CHOICES, Variant
from leavingwell.questionnaires.models import BankQuestion, Indicator
from leavingwell.questionnaires.own_question import LONGEST, OwnQuestion, Texts
from leavingwell.questionnaires.services.arranging import lock
from leavingwell.questionnaires.services.own_questions import created, domain_of
from leavingwell.questionnaires.services.own_words import snapshot, write_label, write_words
from leavingwell.questionnaires.services.published import published
from leavingwell.translations.panels import languages_in_scope

SHARED = ("code", "answer_type", "level", "texts", "choices", "tell_a_person", "limits")


def this_council() -> Council:
    return Council.objects.get(pk=scope.current_council_id())


def on_offer() -> Any:
    """What any council may take."""
    return BankQuestion.objects.filter(council=None, withdrawn_at=None)


def bank_question_of(key: Any) -> BankQuestion:
    found = on_offer().filter(pk=key).first()
    if found is None:
        raise not_found("question")
    return found  # type: ignore[no-any-return]


@transaction.atomic
def share(indicator: Indicator, by: Person | None) -> BankQuestion:
    """Lets every council take the question as it was published last; shared again, it is brought up to date.

    Raises WRONG_STATE for a question that was never published, or is retired.
    """
    lock()
    forms = published(indicator.code).forms
    if not forms or indicator.retired_on:
        raise wrong_state(_("Only a question that you have published, and still ask, can be shared."))
    council = this_council()
    values = {
        "origin_name": council.name,
        "domain_code": indicator.domain.code,
        "content": {name: forms[0][name] for name in SHARED},
        "shared_at": timezone.now(),
        "withdrawn_at": None,
    }
    with scope.national_scope(f"share {indicator.code} of {council.slug} in the question bank"):
        row, _new = BankQuestion.objects.update_or_create(
            council=None, origin=council.slug, code=indicator.code, defaults=values
        )
    record("question.shared", indicator, by=by)
    return row


@transaction.atomic
def withdraw(row: BankQuestion, by: Person | None) -> None:
    """Nobody can take it from now on. Whoever has taken it keeps theirs. Raises NOT_ALLOWED for another's question."""
    lock()
    council = this_council()
    if row.origin != council.slug:
        raise not_allowed(_("Only the council that shared a question can take it out of the bank."))
    with scope.national_scope(f"withdraw {row.code} of {council.slug} from the question bank"):
        BankQuestion.objects.filter(pk=row.pk).update(withdrawn_at=timezone.now())
    record("question.withdrawn", row, by=by)


@transaction.atomic
def take(row: BankQuestion, by: Person | None) -> Indicator:
    """Makes an own question of it, with a code of one's own, in the languages that the council has.

    Raises NOT_ALLOWED for one's own question, CONFLICT where it was taken before.
    """
    lock()
    origin = f"{row.origin}:{row.code}"
    if row.origin == this_council().slug:
        raise not_allowed(_("This question is your own."))
    if before := Indicator.objects.filter(adopted_from=origin).first():
        raise refuse(ProblemCode.CONFLICT, _("You have taken this question already: it is your %s.") % before.code)
    indicator = created(domain_of(row.domain_code), question_of(row.content), origin)
    write_content(indicator, row.content)
    record("question.taken", indicator, by=by, changes={"adopted_from": [None, origin], **added(indicator)})
    return indicator


def added(indicator: Indicator) -> dict[str, list[Any]]:
    return {name: [None, value] for name, value in snapshot(indicator).items()}


def question_of(content: dict[str, Any]) -> OwnQuestion:
    """Its rules. The words follow for each variant."""
    limits = {name: None if value is None else Decimal(str(value)) for name, value in content["limits"].items()}
    return OwnQuestion(
        answer_type=content["answer_type"],
        words={},
        level=content["level"],
        least=limits["least"],
        most=limits["most"],
        tells=tuple(content["tell_a_person"]),
    )


def write_content(indicator: Indicator, content: dict[str, Any]) -> None:
    """Words in every variant, and the question's own list of choices under the codes that they were shared with."""
    languages = languages_in_scope()

    def known(texts: Texts) -> Texts:
        return {language: text for language, text in texts.items() if language in languages}

    for variant, parts in content["texts"].items():
        write_words(indicator, {part: known(parts.get(part, {})) for part in LONGEST}, variant)
    if indicator.answer_type not in OWN_CHOICES:
        return
    for order, choice in enumerate(content["choices"]):
        for variant, labels in {Variant.STANDARD.value: choice["label"], **choice["labels"]}.items():
            write_label(indicator, choice["code"], variant, known(labels), order)
