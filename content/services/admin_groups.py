"""The groups that give the editing roles their rights in the Wagtail admin, as data.

`access.matrix` says who may do what; this says it in Django's permissions, and a test keeps the two alike. Nobody gets
Wagtail's rights to users, groups, sites, collections or workflows: those know no councils.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from leavingwell.content.models import HomePage
from leavingwell.platform.councils.admin.documents import collections_of, keep_private_collections
from leavingwell.platform.councils.admin.groups import OPERATE, group_name
from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.roles import Role

Rights = Mapping[str, Iterable[str]]  # model label -> actions
Known = Mapping[str, Permission]  # app.codename -> permission
APPS = ["content", "questionnaires", "themes", "councils"] + [
    f"wagtail{app}" for app in ("admin", "core", "images", "docs")
]
EDIT, TRANSLATE, READ = ("view", "add", "change", "delete"), ("view", "change"), ("view",)
WORDING = ("questionnaires.wording", "questionnaires.choicelabel", "questionnaires.domain")
TEXTS = ("content.notice", "content.helpline", "content.glossaryterm")
TRANSLATED = (*TEXTS, "content.area")
TOPICS = {"content.offertopic": READ}
PLACES = {"content.area": EDIT, "content.offertopicstart": EDIT}
THEME = {"themes.theme": EDIT}
PAGE_RULES = {"content.contentrules": ("change",)}
PUBLISHING = {"questionnaires.questionnaireversion": ("add",)}
SURVEYS = {"questionnaires.survey": EDIT}
REMARKS = {"questionnaires.remark": ("change",)}
PAGES = ("add", "change", "publish", "bulk_delete")
MEDIA = ("add", "change", "choose")
ENTRY = "wagtailadmin.access_admin"


@dataclass(frozen=True)
class Rule:
    """What a role may do: to kinds of snippets, to the council's pages, to images and documents in its collection."""

    models: Rights
    pages: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    others: tuple[str, ...] = (ENTRY,)


def to(models: Iterable[str], actions: Iterable[str]) -> Rights:
    return dict.fromkeys(models, tuple(actions))


DIRECTORIES = {"content.directoryfeed": EDIT}
OFFERS = {**TOPICS, **PLACES, **DIRECTORIES}
EVERYTHING = {**to(WORDING, EDIT), **to(TEXTS, EDIT), **OFFERS, **THEME, **PUBLISHING, **SURVEYS, **REMARKS}
COUNCIL_RULES = {
    Role.COUNCIL_ADMIN: Rule({**EVERYTHING, **PAGE_RULES}, pages=PAGES, media=MEDIA),
    Role.CONTENT_EDITOR: Rule(EVERYTHING, pages=PAGES, media=MEDIA),
    Role.QUESTIONNAIRE_EDITOR: Rule({**to(WORDING, EDIT), **PUBLISHING, **SURVEYS, **REMARKS}),
    Role.TRANSLATOR: Rule({**to(WORDING, TRANSLATE), **to(TRANSLATED, TRANSLATE), **TOPICS}, pages=("change",)),
}
FRAMEWORK = {**to(WORDING, EDIT), **to(TEXTS, EDIT), **to(TOPICS, EDIT), **PUBLISHING}
NATIONAL_RULES = {
    Role.OPERATOR: Rule({**FRAMEWORK, **THEME}, others=(ENTRY, OPERATE)),
    Role.FRAMEWORK_EDITOR: Rule(FRAMEWORK),
    Role.TRANSLATOR: Rule({}),  # the nation's own: in the workbench alone
}


@dataclass(frozen=True)
class Places:
    """Where a council's rights hold."""

    home: HomePage
    collection: Collection = field(repr=False)


def all_permissions() -> Known:
    rows = Permission.objects.select_related("content_type").filter(content_type__app_label__in=APPS)
    return {f"{row.content_type.app_label}.{row.codename}": row for row in rows}


def names_of(models: Rights) -> Iterable[str]:
    for label, actions in models.items():
        app, model = label.split(".")
        yield from (f"{app}.{action}_{model}" for action in actions)


def media_names(actions: Iterable[str]) -> list[str]:
    kinds = ("wagtailimages.{}_image", "wagtaildocs.{}_document")
    return [kind.format(action) for action in actions for kind in kinds]


def grant_at(table: Any, group: Group, place: Mapping[str, Any], wanted: Iterable[Permission]) -> None:
    """Leaves the group with exactly these permissions at the place."""
    wanted = list(wanted)
    table.objects.filter(group=group).exclude(permission__in=wanted, **place).delete()
    table.objects.bulk_create([table(group=group, permission=one, **place) for one in wanted], ignore_conflicts=True)


def sync_group(name: str, rule: Rule, known: Known, places: Places | None = None) -> None:
    group, _created = Group.objects.get_or_create(name=name)
    group.permissions.set([known[one] for one in (*names_of(rule.models), *rule.others)])
    if places:
        pages = (known[f"wagtailcore.{action}_page"] for action in rule.pages)
        grant_at(GroupPagePermission, group, {"page": places.home}, pages)
        media = (known[one] for one in media_names(rule.media))
        grant_at(GroupCollectionPermission, group, {"collection": places.collection}, media)


def places_of(council: Council) -> Places:
    """The council's home page, and the collection of its groups: a new one while there are no groups."""
    with scope(council):
        home = HomePage.objects.get(council=council)
    collection = collections_of(council).first()
    return Places(home, collection or Collection.get_first_root_node().add_child(name=council.name))


def editing_groups(council: Council) -> Any:
    """Those who may open what only editors may: the council's own, and the operators who act for it."""
    Group.objects.get_or_create(name=Role.OPERATOR)  # what it may do is said when the first of them arrives
    names = [Role.OPERATOR, *(group_name(council, role) for role in COUNCIL_RULES)]
    return Group.objects.filter(name__in=names)


@transaction.atomic
def sync_groups(council: Council) -> None:
    """Makes the council's groups what the rules say. Again and again, with the same result."""
    places, known = places_of(council), all_permissions()
    for role, rule in COUNCIL_RULES.items():
        sync_group(group_name(council, role), rule, known, places)
    keep_private_collections(places.collection, editing_groups(council))


@transaction.atomic
def sync_national_groups() -> None:
    known = all_permissions()
    for role, rule in NATIONAL_RULES.items():
        sync_group(role, rule, known)
