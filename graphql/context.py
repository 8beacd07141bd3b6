"""What every resolver knows: who asks, in which council, in which language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar
from uuid import UUID

import strawberry
from django.db.models.functions import Coalesce
from django.http import HttpResponse
from django.utils import timezone

from leavingwell.content.glossary import Glossary, HardWord, glossary_terms
from leavingwell.content.models import Area
from leavingwell.platform.access.permissions import Viewer
from leavingwell.platform.access.remembered import Memory
from leavingwell.platform.audit.seeing import Sight
from leavingwell.platform.councils.models import Council
from leavingwell.platform.people.models import Team
from leavingwell.platform.people.request import Request as Request
from leavingwell.platform.people.staff import STAFF_ROLES
from leavingwell.platform.plans.caseload import OnClocks
from leavingwell.platform.plans.clock_facts import RuleBook
from leavingwell.platform.plans.due import on_clocks
from leavingwell.platform.plans.known_offers import offers_by_key, saved_keys
from leavingwell.platform.plans.models import PlanRules
from leavingwell.platform.plans.threads import unread_count
from leavingwell.questionnaires.models import QuestionnaireRules
from leavingwell.questionnaires.models.rules import rules
from leavingwell.translations.kept_settings import kept_here
from leavingwell.translations.languages import LANGUAGES
from leavingwell.translations.localised import LocalizedText, council_chain, first_text, localised

V = TypeVar("V")


@dataclass
class Context:
    request: Request
    response: HttpResponse | None = None
    takes_encoded: bool = False  # whether who asks can do with `data` as JSON, which need not be made again
    glossaries: dict[str, Glossary] = field(default_factory=dict)  # by language
    made: dict[Callable[[], Any], Any] = field(default_factory=dict)  # by what makes it (`once`)
    seen: set[Sight] = field(default_factory=set)  # what the answer shows of young people, to be noted

    @cached_property
    def viewer(self) -> Viewer:
        viewer = self.request.viewer
        return viewer if viewer else None  # a lazy nobody becomes None

    @property
    def is_staff(self) -> bool:
        """Whether the viewer works for the council."""
        return self.viewer is not None and self.viewer.role in STAFF_ROLES

    @property
    def relations(self) -> Memory:
        """Shared by all documents of one request: a page asks several."""
        memory: Memory = self.request.__dict__.setdefault("remembered_relations", {})
        return memory

    @property
    def council(self) -> Council:
        council = self.request.council
        assert council is not None  # the API is served on councils' hosts alone
        return council

    def once(self, make: Callable[[], V]) -> V:
        """What it makes, made once an answer. It must depend on nothing but what every resolver knows."""
        if make not in self.made:
            self.made[make] = make()
        found: V = self.made[make]
        return found

    def language(self, asked: str | None = None) -> str:
        """The language to answer in: asked for, else the viewer's own, the browser's or the council's."""
        return asked if asked in LANGUAGES else self.request.language

    def languages(self, asked: str | None = None) -> tuple[str, ...]:
        return council_chain(self.language(asked), self.council)

    def address(self, path: str) -> str:
        """The whole address of a path on the host that was asked."""
        return self.request.build_absolute_uri(path)

    @cached_property
    def questionnaire_rules(self) -> QuestionnaireRules:
        return rules()

    @cached_property
    def plan_rules(self) -> PlanRules:
        return self.rule_book(timezone.localdate())

    @cached_property
    def rule_book(self) -> RuleBook:
        return kept_here("rule_book", RuleBook)

    @cached_property
    def on_clocks(self) -> OnClocks:
        return on_clocks(self.viewer, self.rule_book)

    @cached_property
    def unread_comments(self) -> Coalesce:
        """For plans, in their own query: made once, for it is named again and again while a query is put together."""
        return unread_count(self.viewer)

    @cached_property
    def team_names(self) -> dict[UUID, str]:
        """Of the council's teams, by their keys: read once, however many people are told of."""
        return dict(Team.objects.values_list("pk", "name"))

    @cached_property
    def areas(self) -> list[Area]:
        return list(Area.objects.all())

    @cached_property
    def known_offers(self) -> Mapping[UUID, Any]:
        """All that is offered today, by key: for what points to an offer."""
        return offers_by_key()

    @cached_property
    def saved_offers(self) -> frozenset[UUID]:
        """The keys of what the viewer has saved of it."""
        young_person = getattr(self.viewer, "young_person", None)
        saved = saved_keys(young_person) if young_person else ()
        return frozenset(self.known_offers[key].translation_key for key in saved if key in self.known_offers)

    @cached_property
    def glossary(self) -> list[Any]:
        return list(glossary_terms())

    def hard_words(self, text: str, language: str) -> list[HardWord]:
        if language not in self.glossaries:
            self.glossaries[language] = Glossary(self.glossary, language)
        return self.glossaries[language].in_text(text)

    def text(self, instance: object, name: str, asked: str | None = None) -> LocalizedText:
        return localised(instance, name, self.languages(asked))

    def text_of(self, texts: Mapping[str, Any], asked: str | None = None) -> LocalizedText:
        return first_text(texts, self.languages(asked))


Info = strawberry.Info[Context, None]
