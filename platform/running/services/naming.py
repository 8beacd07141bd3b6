"""Whether a council can be opened under a name, a short name and a host, and with these languages."""

import re
from collections.abc import Iterator, Sequence

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Site

from leavingwell.platform.councils.models import Council
from leavingwell.platform.problems import Problem, ProblemCode
from leavingwell.translations.languages import LANGUAGES, SOURCE

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")
RESERVED = {"new", "national"}  # words of addresses and commands
LONGEST_SLUG, LONGEST_NAME, LONGEST_HOST = 40, 100, 253


def invalid(message: object, field: str) -> Problem:
    return Problem(ProblemCode.INVALID, str(message), field)


def name_faults(name: str) -> Iterator[Problem]:
    if not name.strip():
        yield invalid(_("Give the council's name."), "name")
    elif len(name) > LONGEST_NAME:
        yield invalid(_("Please keep the name to 100 characters."), "name")


def slug_faults(slug: str) -> Iterator[Problem]:
    if not SLUG.fullmatch(slug) or len(slug) > LONGEST_SLUG or slug in RESERVED:
        yield invalid(_("Use up to 40 small letters, numbers and single hyphens, such as “north-moor”."), "slug")
    elif Council.objects.filter(slug=slug).exists() or Page.objects.filter(depth=2, slug=slug).exists():
        yield invalid(_("Another council has this short name."), "slug")


def is_host(host: str) -> bool:
    labels = host.split(".")
    return len(host) <= LONGEST_HOST and len(labels) > 1 and all(LABEL.fullmatch(label) for label in labels)


def host_faults(host: str) -> Iterator[Problem]:
    if not is_host(host):
        yield invalid(_("Give a host name like leavingcare.northmoor.gov.uk: no https://, no port, no slash."), "host")
    elif host in settings.NATIONAL_HOSTS:
        yield invalid(_("This is the national address. Each council has one of its own."), "host")
    elif Council.objects.filter(host=host).exists() or Site.objects.filter(hostname=host).exists():
        yield invalid(_("Another council has this host."), "host")


def language_faults(codes: Sequence[str], default: str) -> Iterator[Problem]:
    if unknown := sorted(set(codes) - set(LANGUAGES)):
        yield invalid(_("We do not know the language “%s”.") % ", ".join(unknown), "languages")
    if default not in {*codes, SOURCE}:
        yield invalid(_("Choose one of the languages that the portal offers."), "default_language")
