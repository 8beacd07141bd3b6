"""The pages of a council as rows of its configuration, each named by its path under the home page."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.models import Page

from leavingwell.content.models import HomePage
from leavingwell.content.models.content_rules import content_rules, may_publish_at_once
from leavingwell.content.models.pages.base import CouncilPage
from leavingwell.platform.councils import scope
from leavingwell.platform.councils.configuration.fields import Missing
from leavingwell.platform.councils.configuration.journey import Inbound, Outbound
from leavingwell.platform.councils.configuration.registry import Key
from leavingwell.platform.councils.configuration.tables import Row, Table, numbered

SHARED = ("title", "live")  # of Wagtail's own fields; all others it keeps for itself
UNTOUCHED = ("council", "path", "depth", "numchild", "url_path", "content_type", "locale", "translation_key")


def page_models() -> list[type[CouncilPage]]:
    """Every kind of page under a home page: a new kind comes along by itself."""
    every = [model for model in apps.get_models() if issubclass(model, CouncilPage) and model is not HomePage]
    return sorted(every, key=lambda model: model._meta.label)


def path_under(home: Any, url_path: str) -> Key:
    return url_path.removeprefix(home.url_path).strip("/").split("/")


class Paths:
    """Names pages by their paths: those of the council, and the nation's."""

    def names(self) -> Iterator[tuple[Any, bool, Key]]:
        for home in HomePage.objects.all():
            for pk, url_path in Page.objects.descendant_of(home).values_list("pk", "url_path"):
                yield pk, home.council_id is None, path_under(home, url_path)


def latest(page: Any) -> Any:
    """A page as it is published; one that is not, as its editors left it."""
    return page if page.live or not page.latest_revision_id else page.get_latest_revision_as_object()


class PageTable(Table):
    """What is published travels so, a draft as a draft. For another council all but the index is a draft."""

    stays_live = False

    @property
    def fields(self) -> dict[str, Any]:
        return {**{name: Page._meta.get_field(name) for name in SHARED}, **super().fields}

    def rows(self) -> Any:
        return super().rows().select_related("latest_revision", "latest_revision__content_type")

    def home(self) -> Any:
        return HomePage.objects.get(council_id=scope.current_council_id())

    def export(self, out: Outbound) -> list[Row]:
        home = self.home()
        return numbered([self.exported(page, path_under(home, page.url_path), out) for page in self.rows()])

    def exported(self, stored: Any, key: Key, out: Outbound) -> Row:
        """A version knows the path that the page had then: `key` is where it stands now."""
        page = latest(stored)
        another = out.for_another
        values = self.values(page, out, self.local_fields if another else (), self.hidden_blocks if another else ())
        if another and not self.stays_live:
            values["live"] = False
        return {"key": key, "fields": values}

    def with_rows(self) -> tuple[list[Row], list[Any]]:
        home, pages = self.home(), sorted(self.rows(), key=lambda page: page.url_path)
        keyed = sorted(((path_under(home, page.url_path), page) for page in pages), key=lambda one: one[0])
        return [{"key": key, "fields": {}} for key, _page in keyed], [latest(page) for _key, page in keyed]

    def new(self, key: Key) -> Any:
        return self.model(slug=key[-1] if key else "")

    def take(self, row: Any, values: dict[str, Any], way: Inbound) -> None:
        wants_live = values.get("live", row.live)
        if not isinstance(wants_live, bool):
            raise ValidationError(_("A page is published or not."))
        if row.live and row.has_unpublished_changes and row.pk not in way.drafted:
            raise ValidationError(_("Somebody is at work on this page: it has a draft. Publish the draft first."))
        row.wants_live = wants_live
        self.fill(row, {name: value for name, value in values.items() if name != "live"}, way)
        if row._state.adding:
            row.take_council()
        row.full_clean(exclude=UNTOUCHED)

    def is_named(self, row: Any, key: Key) -> bool:
        """By its path, which no field of it gives."""
        return True

    def save(self, row: Any, key: Key, way: Inbound) -> None:
        if row._state.adding:
            row.live = False
            self.parent(key, way).add_child(instance=row)
        was_live = type(row).objects.filter(pk=row.pk, live=True).exists()
        row.live = was_live
        revision = row.save_revision(user=way.user, clean=False, log_action=True)
        if not row.wants_live:
            self.take_down(row, was_live, way)
        elif may_publish_at_once():
            revision.publish(user=way.user, skip_permission_checks=True)
        else:
            way.drafted.add(row.pk)

    def take_down(self, row: Any, was_live: bool, way: Inbound) -> None:
        if was_live and not content_rules().second_person:
            row.unpublish(user=way.user)
        elif was_live:
            way.drafted.add(row.pk)

    def parent(self, key: Key, way: Inbound) -> Any:
        """Raises `Missing`, `ValidationError` where no such page can stand."""
        shelf = way.book.shelf(Page)
        pk = shelf.rows.get((False, tuple(key[:-1]))) if shelf and key[:-1] else self.home().pk
        if pk is None:
            raise Missing("/".join(key[:-1]))
        parent = Page.objects.get(pk=pk)
        if not self.model.can_exist_under(parent):
            raise ValidationError(_("A page of this kind cannot stand there."))
        return parent.specific


class IndexTable(PageTable):
    stays_live = True
