"""What an address is filled with: rows of one council, found by the name and the kind of the argument.

A new argument called like a model, or a uuid of a view of ours, finds its rows by itself. Any other that this table
does not know is `Unfilled`, and fails the walk.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Any
from uuid import UUID

from django.apps import apps
from django.contrib.auth.models import Group
from wagtail.admin.models import EditingSession
from wagtail.models import Page, Site, Task, UploadedFile, Workflow
from wagtail.snippets.models import get_snippet_models

from leavingwell.content.national.kinds import KINDS
from leavingwell.content.page_tables import page_models
from leavingwell.platform.councils.owned import Owned
from leavingwell.platform.councils.scope import national_scope, scope
from leavingwell.platform.people.models import User
from leavingwell.questionnaires.models import Indicator
from tests.admin.patterns import Pattern

ROWS_OF_A_KIND = 2  # where any row would do
ANYTHING = {"int": 1, "uuid": "00000000-0000-0000-0000-000000000000"}
WORDS: dict[str, list[Any]] = {
    "content_type_app_name": ["content"],
    "app_label": ["wagtailcore"],
    "model_name": ["page"],
    "filter_spec": ["max-80x80"],
    "action_name": ["approve", "copy"],
    "variant": ["easy_read"],
    "own_questions:step": ["retire", "bring-back", "share"],
    "revision_id_a": ["earliest"],
    "revision_id_b": ["latest"],
    "wagtailsnippets_themes_theme:mode": ["light"],
    "wagtailsnippets_themes_theme:name": ["base"],
    "wagtailsnippets_themes_theme:number": [1],
    "councils:step": ["name"],
    "workbench:language": ["ar"],
    "kind": ["offer", "page", "word", "help-line"],
}


class Unfilled(LookupError):
    """Nothing is known that the argument could mean: say so in `WORDS`, or in `Arguments.known`."""


class Arguments:
    """What each argument could mean in one council."""

    def __init__(self, place: Any) -> None:
        self.place = place

    def of(self, pattern: Pattern, name: str, kind: str) -> list[Any]:
        namespace = pattern.name.rpartition(":")[0]
        words = WORDS.get(f"{namespace}:{name}") or WORDS.get(name)
        if own := self.known.get(f"{namespace}:{name}"):
            return own
        known = self.known.get(name, [])
        if not pattern.is_open:
            return words or [ANYTHING.get(kind, "x")]
        found = [value for value in known if kind != "uuid" or isinstance(value, UUID)] + (words or [])
        if ("page" in name and name != "page_pk") or name in ("destination_id", "object_id"):
            found = self.pages
        elif name == "pk" and kind == "uuid":
            found = self.keys_for(pattern)
        found = found or self.rows_called(name) or (self.keys_for(pattern) if kind == "uuid" else [])
        if not found:
            raise Unfilled(f"{pattern.name}: {name} ({kind})")
        return found

    @cached_property
    def pages(self) -> list[int]:
        return list(Page.objects.filter(path__startswith=self.place.home.path).values_list("pk", flat=True))

    @cached_property
    def users(self) -> list[int]:
        return list(User._base_manager.filter(council=self.place.council).values_list("pk", flat=True))[:2]

    @cached_property
    def known(self) -> dict[str, list[Any]]:
        place, council = self.place, self.place.council
        groups = list(Group.objects.filter(name__startswith=council.slug).values_list("pk", flat=True))[:2]
        sites = list(Site.objects.filter(hostname=council.host).values_list("pk", flat=True))
        waiting = UploadedFile.objects.filter(uploaded_by_user__council=council)
        files = [place.image.pk, place.document.pk, place.collection.pk]
        return {
            "pk": [place.page.pk, place.home.pk, place.offer.pk, *files, *self.users, *groups, *sites],
            "page_pk": self.pages[:1],
            "image_id": [place.image.pk],
            "document_id": [place.document.pk],
            "doc_id": [place.document.pk],
            "revision_id": [place.revision.pk],
            "revision_id_a": [place.revision.pk],
            "revision_id_b": [place.revision.pk],
            "collection_id": [place.collection.pk],
            "task_id": list(Task.objects.values_list("pk", flat=True)),
            "workflow_pk": list(Workflow.objects.values_list("pk", flat=True)),
            "uploaded_file_id": list(waiting.values_list("pk", flat=True)),
            "session_id": list(EditingSession.objects.filter(user__council=council).values_list("pk", flat=True)),
            "user_id": self.users,
            "slug": [council.slug],
            "records:pk": self.rows_called("youngperson"),
            "national_content:key": [place.offer.pk, place.page.pk, *national_content()],
            "content_type_model_name": [model._meta.model_name for model in page_models()],
            "configuration:run": [f"run-{council.slug}"],
            "workbench:unit": self.rows_called("translationunit"),
            "workbench:translator": [place.household.people["translator"].pk],
            "translation_files:run": [f"run-{council.slug}"],
            **self.own,
        }

    @cached_property
    def own(self) -> dict[str, list[Any]]:
        with scope(self.place.council):
            codes = Indicator.objects.filter(council=self.place.council).values_list("code", flat=True)
            people = [self.place.household.people[who].pk for who in ("worker", "analyst")]
            return {"code": list(codes), "colleague": people, "cover": self.rows_called("dutycover")}

    def rows_called(self, name: str) -> list[Any]:
        """The rows of the models that the argument is called after."""
        called = name.replace("_", "").removesuffix("pk").removesuffix("id")
        models = [model for model in self.models if model._meta.model_name == called]
        return [key for model in models for key in self.rows_of(model)]

    @cached_property
    def models(self) -> list[Any]:
        return [model for model in apps.get_models() if issubclass(model, Owned)]

    def rows_of(self, model: Any) -> list[Any]:
        with scope(self.place.council):
            rows = model._base_manager.filter(council=self.place.council).order_by("pk")
            return list(rows.values_list("pk", flat=True)[:ROWS_OF_A_KIND])

    def keys_for(self, pattern: Pattern) -> list[Any]:
        """Of a view of a snippet its rows; of any other, rows of every kind that its app keeps."""
        for model in get_snippet_models():
            if pattern.name.startswith(f"{model.snippet_viewset.url_namespace}:"):
                return [*self.of_snippet(model), *(national_keys(model) if is_about_national(pattern) else [])]
        app = apps.get_containing_app_config(pattern.view.__module__)
        kinds = [model for model in self.models if app and model._meta.app_label == app.label]
        return self.keys_of(kinds) or self.keys_of(self.models)

    def keys_of(self, kinds: list[Any]) -> list[Any]:
        return [key for model in kinds for key in self.rows_of(model)]

    def of_snippet(self, model: Any) -> list[Any]:
        keys = self.rows_of(model)
        if model in self.place.rows and self.place.rows[model].pk not in keys:
            keys.append(self.place.rows[model].pk)
        return keys


def is_about_national(pattern: Pattern) -> bool:
    """Making a copy of one's own of a national row."""
    return pattern.name.endswith((":reword", ":own_copy"))


def national_content() -> list[Any]:
    """Which councils make copies of."""
    with national_scope("look for a test"):
        return [row.pk for kind in KINDS.values() for row in kind.national()[:1]]


def national_keys(model: Any) -> list[Any]:
    with national_scope("look for a test"):
        return list(model.objects.filter(council=None).order_by("-pk").values_list("pk", flat=True)[:1])


def unfilled(place: Any, found: Iterator[Pattern]) -> list[str]:
    arguments, without = Arguments(place), []
    for pattern in found:
        for name, kind in () if pattern.name == "wagtail_bulk_action" else pattern.arguments.items():
            try:
                arguments.of(pattern, name, kind)
            except Unfilled as missing:
                without.append(str(missing))
    return without
