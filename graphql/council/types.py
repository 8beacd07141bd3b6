import strawberry
from strawberry.scalars import JSON

from leavingwell.graphql.context import Info
from leavingwell.graphql.text import Direction
from leavingwell.platform.councils import models
from leavingwell.themes.tokens import own_theme, tokens_of
from leavingwell.translations.languages import Language as RegisteredLanguage
from leavingwell.translations.languages import language_of


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


@strawberry.type(description="The look of a council.")
class Theme:
    tokens: JSON = strawberry.field(
        description="Colours by mode and role, shape, type and scene: what the portal's stylesheet is made from."
    )
    logo: Logo | None


@strawberry.type(description="A local authority.")
class Council:
    slug: str
    name: str
    languages: list[Language] = strawberry.field(description="The languages that it has chosen, in its order.")

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


def theme_type() -> Theme:
    theme = own_theme()
    logo = None
    if theme and theme.logo:
        logo = Logo(url=theme.logo.file.url, alternative_text=theme.logo_alternative_text)
    return Theme(tokens=JSON(tokens_of(theme)), logo=logo)
