"""The codes of a council's own questions, like `NM-HOME-01`: never changed, never used again."""

import re
from collections.abc import Iterable, Iterator
from itertools import product
from string import ascii_uppercase

from django.db import IntegrityError, transaction
from django.utils.text import slugify

from leavingwell.platform.councils.models import Council
from leavingwell.questionnaires.models import Indicator
from leavingwell.questionnaires.services.published import published_codes

LONGEST_CHOICE = 20
SYLLABLE = re.compile(r"[^aeiou](?=[aeiouy])")


def candidates(slug: str) -> Iterator[str]:
    """Prefixes that recall a council's name: its initials (`east-riding`: ER), the first letter with that of the last
    syllable (`northmoor`: NM); then any that is left.
    """
    words = [word for word in re.sub(r"[^a-z-]", "", slug).split("-") if word] or ["q"]
    initials, name = "".join(word[0] for word in words), "".join(words)
    syllables = [name[0] + found for found in reversed(SYLLABLE.findall(name[1:]))]
    letters = [name[0] + letter for letter in name[1:]]
    likely = [initials[:4], *syllables, *letters] if len(words) > 1 else [*syllables, *letters]
    yield from dict.fromkeys(one.upper() for one in likely if len(one) > 1)
    for length in (1, 2, 3):
        yield from (name[0].upper() + "".join(more) for more in product(ascii_uppercase, repeat=length))


def prefix_of(council: Council) -> str:
    """Made when it is first needed. Councils see nothing of each other's questions, so it stands with the council,
    where the database holds it unique.
    """
    for prefix in candidates(council.slug):
        if council.question_prefix:
            break
        try:
            with transaction.atomic():
                Council.objects.filter(pk=council.pk, question_prefix=None).update(question_prefix=prefix)
        except IntegrityError:
            continue
        council.refresh_from_db(fields=["question_prefix"])
    return str(council.question_prefix)


def next_code(council: Council, domain_code: str) -> str:
    """The council has to be locked. Retired questions, and those of any version, have used up their numbers."""
    stem = f"{prefix_of(council)}-{domain_code}-"
    used = {*Indicator.objects.filter(code__startswith=stem).values_list("code", flat=True), *published_codes()}
    numbers = [int(code.removeprefix(stem)) for code in used if re.fullmatch(re.escape(stem) + r"\d+", code)]
    return f"{stem}{max(numbers, default=0) + 1:02d}"


def choice_code(label: str, used: Iterable[str]) -> str:
    """A code for a new choice, made of its English words and never changed with them."""
    taken = set(used)
    stem: str = slugify(label).replace("-", "_")[:LONGEST_CHOICE].strip("_") or "choice"
    tried: Iterator[str] = (f"{stem[: LONGEST_CHOICE - 1 - len(str(n))]}_{n}" for n in range(2, len(taken) + 3))
    return next(code for code in (stem, *tried) if code not in taken)
