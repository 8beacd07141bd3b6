from enum import Enum

import strawberry
from strawberry.scalars import JSON

from leavingwell.graphql.context import Info
from leavingwell.graphql.text import Direction
from leavingwell.platform.councils import models
from leavingwell.themes import models as models_of_themes
from leavingwell.themes.design_tokens import design_tokens
from leavingwell.themes.header_pictures import header_of
from leavingwell.themes.logo_pictures import logo_shown
from leavingwell.themes.manifest import icons
from leavingwell.themes.tokens import own_theme, tokens_of
from leavingwell.translations.kept_settings import kept_here
from leavingwell.translations.languages import Language as RegisteredLanguage
from leavingwell.translations.languages import language_of
from leavingwell.translations.unchecked import has_machine_drafts


@strawberry.type(description="A language of the platform's register.")
class Language:
    code: str = strawberry.field(description="BCP 47.")
    own_name: str = strawberry.field(description="What it calls itself.")
    english_name: str
    direction: Direction
    script: str = strawberry.field(description="ISO 15924.")


@strawberry.type(description="A council's logo.")
class Logo:
    url: str
    alternative_text: str
    clear_space: float = strawberry.field(description="What stays free on each side, in heights of the logo.")


@strawberry.type(description="The wide picture under the greeting.")
class HeaderImage:
    url: str
    alternative_text: str = strawberry.field(description="Empty: it is only decoration.")
    width: int
    height: int


@strawberry.type(description="The council's small sign in one size, for tabs and home screens.")
class ThemeIcon:
    url: str
    type: str = strawberry.field(description="Its media type.")
    sizes: str = strawberry.field(description="As HTML has it: 32x32.")


@strawberry.enum(description="One set of a look's colours.")
class ThemeMode(Enum):
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"
    CONTRAST_DARK = "contrast_dark"


@strawberry.type(description="The look of a council.")
class Theme:
    model: strawberry.Private[models_of_themes.Theme | None]
    tokens: JSON = strawberry.field(
        description="Colours by mode and role, shape, type and scene: what the portal's stylesheet is made from."
    )
    tone_words: list[str] = strawberry.field(description="How the council wants to sound: a few adjectives.")

    @strawberry.field
    def logo(self) -> Logo | None:
        return logo_of(self.model)

    @strawberry.field
    def header_image(self) -> HeaderImage | None:
        return header_image_of(self.model)

    @strawberry.field(description="In the format of the Design Tokens Community Group; one document for each mode.")
    def design_tokens(self, mode: ThemeMode = ThemeMode.LIGHT) -> JSON:
        return JSON(design_tokens(self.model, mode.value))

    @strawberry.field(description="Empty while the council has no small sign of its own.")
    def icons(self) -> list[ThemeIcon]:
        if self.model is None or self.model.favicon_id is None:
            return []
        return [ThemeIcon(url=one["src"], type=one["type"], sizes=one["sizes"]) for one in icons()]


@strawberry.type(description="A local authority.")
class Council:
    slug: str
    name: str
    languages: list[Language] = strawberry.field(description="The languages that it has chosen, in its order.")

    @strawberry.field(
        description="Whether a machine's words are shown in a language (null: that of the request), and nobody has "
        "checked them all. Say so where they are shown."
    )
    def has_machine_drafts(self, info: Info, language: str | None = None) -> bool:
        return has_machine_drafts(info.context.language(language))

    @strawberry.field(description="Its look; plain while it has chosen none.")
    def theme(self, info: Info) -> Theme:
        return theme_type()


def language_type(language: RegisteredLanguage) -> Language:
    return Language(
        code=language.code,
        own_name=language.own_name,
        english_name=language.english_name,
        direction=Direction(language.direction),
        script=language.script,
    )


def council_type(council: models.Council) -> Council:
    codes = council.language_codes or [council.default_language]
    return Council(slug=council.slug, name=council.name, languages=[language_type(language_of(code)) for code in codes])


def logo_of(theme: models_of_themes.Theme | None) -> Logo | None:
    picture = kept_here("logo", lambda: logo_shown(theme))
    if theme is None or picture is None:
        return None
    space = float(theme.logo_clear_space)
    return Logo(url=picture.url, alternative_text=theme.logo_alternative_text, clear_space=space)


def header_image_of(theme: models_of_themes.Theme | None) -> HeaderImage | None:
    picture = kept_here("header", lambda: header_of(theme))
    if theme is None or picture is None:
        return None
    words = "" if theme.header_is_decoration else theme.header_alternative_text
    return HeaderImage(url=picture.url, alternative_text=words, width=picture.width, height=picture.height)


def theme_type() -> Theme:
    theme = own_theme()
    tokens = kept_here("tokens", lambda: tokens_of(own_theme()))
    return Theme(model=theme, tokens=JSON(tokens), tone_words=theme.tone if theme else [])
