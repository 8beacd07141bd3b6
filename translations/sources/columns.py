"""The texts of a model's translated fields: plain words, rich text, and bodies of blocks."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models.signals import post_delete, post_save
from django.utils.text import capfirst
from modeltranslation.translator import translator
from wagtail.fields import RichTextField, StreamField

from leavingwell.platform.councils import scope
from leavingwell.translations import registry
from leavingwell.translations.languages import LANGUAGES, SOURCE
from leavingwell.translations.models.choices import Area, Kind
from leavingwell.translations.registry import Text, Words, always
from leavingwell.translations.sources import streams, writing
from leavingwell.translations.sources.versions import as_drafted, columns_of

Say = Callable[[Any], str]
nothing = always("")


@dataclass(frozen=True)
class ModelTexts:
    """`title`, `domain` and `address` say of a row what it is called, which area of life it is about, where it is."""

    model: Any
    area: Area
    title: Say
    domain: Say
    address: Say
    related: tuple[str, ...] = ()
    before_write: Callable[[], None] | None = None

    @property
    def name(self) -> str:
        return str(self.model._meta.label_lower)

    @cached_property
    def fields(self) -> dict[str, Any]:
        """The source column of each translated field, in the order of the form."""
        options: Any = translator.get_options_for_model(self.model)
        return {name: self.model._meta.get_field(f"{name}_{SOURCE}") for name in options.fields}

    @cached_property
    def columns(self) -> frozenset[str]:
        return columns_of(self.model)

    def everything(self) -> Iterator[Sequence[Text]]:
        rows = self.model.objects.select_related(*self.related).order_by("pk")
        rows = list(rows.filter(council_id=scope.current_council_id()) if scope.current() else rows)
        as_drafted(rows)
        yield [text for row in rows for text in self.of(row)]

    def of(self, row: Any) -> list[Text]:
        found = [text for name, field in self.fields.items() for text in self.in_field(row, name, field)]
        return [placed(text, number) for number, text in enumerate(found)]

    def in_field(self, row: Any, name: str, field: Any) -> Iterator[Text]:
        values: dict[str, Any] = {code: getattr(row, f"{name}_{code}", None) for code in LANGUAGES}
        facts: dict[str, Any] = {
            "area": self.area,
            "domain": self.domain(row)[:20],
            "address": self.address(row)[:250],
            "object_type": self.name,
            "object_id": str(row.pk),
            "field": name,
            "council_id": row.council_id,
        }
        called = capfirst(field.translated_field.verbose_name)
        key, label = f"{self.name}:{row.pk}:{name}", f"{self.title(row)}: {called}"
        if isinstance(field, StreamField):
            yield from in_stream(field.stream_block, values, key, label, facts)
        elif (values[SOURCE] or "").strip():
            kind = Kind.RICH if isinstance(field, RichTextField) else Kind.PLAIN
            there: dict[str, Words] = {code: text for code, text in values.items() if text and code != SOURCE}
            limit = field.max_length
            yield Text(key, label=label[:250], source=values[SOURCE], kind=kind, max_length=limit, there=there, **facts)

    def write(self, unit: Any, language: str, words: Words) -> bool:
        if self.before_write:
            self.before_write()
        return writing.write(self.model, unit, language, str(words))


def placed(text: Text, number: int) -> Text:
    return Text(**{**text.__dict__, "order": number})


def in_stream(block: Any, values: dict[str, Any], key: str, label: str, facts: dict[str, Any]) -> Iterator[Text]:
    raws = {code: streams.raw_of(value) for code, value in values.items() if value}
    source = list(streams.pieces(block, raws.pop(SOURCE, [])))
    others = {code: streams.matched(source, list(streams.pieces(block, raw))) for code, raw in raws.items()}
    for piece in source:
        yield Text(
            ":".join((key, *piece.path)),
            label=f"{label}: {piece.label}"[:250],
            source=piece.text,
            kind=piece.kind,
            max_length=piece.max_length,
            there={code: texts[piece.path] for code, texts in others.items() if piece.path in texts},
            **facts,
        )


def register_model(
    model: Any,
    *,
    area: Area,
    title: Say = str,
    domain: Say = nothing,
    address: Say = nothing,
    related: tuple[str, ...] = (),
    before_write: Callable[[], None] | None = None,
) -> None:
    """Each save of a row is collected from now on."""
    from leavingwell.translations.services import collecting

    registry.register(ModelTexts(model, area, title, domain, address, related, before_write))
    post_save.connect(collecting.on_save, sender=model)
    post_delete.connect(collecting.on_delete, sender=model)
