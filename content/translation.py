"""The texts of this app that are translated. Page titles and slugs are not: architecture.md section 8."""

from modeltranslation.translator import TranslationOptions, register

from leavingwell.content.models import (
    Area,
    DropInPage,
    EventPage,
    GlossaryTerm,
    HelpLine,
    NewsPage,
    Notice,
    OfferIndexPage,
    OfferPage,
    OfferTopic,
    QuestionsPage,
    StandardPage,
    StoryPage,
)


@register(OfferTopic)
class OfferTopicTranslation(TranslationOptions):
    fields = ("title",)
    required_languages = ("en",)


@register(HelpLine)
class HelpLineTranslation(TranslationOptions):
    fields = ("title", "note")
    required_languages = {"en": ("title",)}


@register(Notice)
class NoticeTranslation(TranslationOptions):
    fields = ("title", "body")
    required_languages = {"en": ("title",)}


@register(GlossaryTerm)
class GlossaryTermTranslation(TranslationOptions):
    fields = ("term", "meaning")
    required_languages = ("en",)


@register(StandardPage)
class StandardPageTranslation(TranslationOptions):
    fields = ("heading", "intro", "body")
    required_languages = {"en": ("heading",)}


@register(OfferIndexPage)
class OfferIndexPageTranslation(TranslationOptions):
    fields = ("heading", "intro")
    required_languages = {"en": ("heading",)}


@register(OfferPage)
class OfferPageTranslation(TranslationOptions):
    fields = (
        "heading",
        "summary",
        "who_it_is_for",
        "body",
        "how_to_get_it",
        "evidence",
        "directions",
        "alert",
        "picture_text",
    )
    required_languages = {"en": ("heading", "summary")}


@register(Area)
class AreaTranslation(TranslationOptions):
    fields = ("name",)
    required_languages = ("en",)


@register([StoryPage, NewsPage, QuestionsPage])
class ArticleTranslation(TranslationOptions):
    fields = ("heading", "intro", "picture_text", "body")
    required_languages = {"en": ("heading",)}


@register([EventPage, DropInPage])
class PlaceTranslation(TranslationOptions):
    fields = ("heading", "intro", "directions", "picture_text", "body")
    required_languages = {"en": ("heading",)}
