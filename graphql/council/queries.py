import strawberry

from leavingwell.graphql.context import Info
from leavingwell.graphql.council.types import Council, Language, Theme, council_type, language_type, theme_type
from leavingwell.platform.councils import models
from leavingwell.platform.people.roles import Role
from leavingwell.translations.languages import LANGUAGES


@strawberry.type
class CouncilQuery:
    @strawberry.field(description="The council whose host this is.")
    def council(self, info: Info, language: str | None = None) -> Council:
        return council_type(info.context.council)

    @strawberry.field(description="This council; for a national operator, every council.")
    def councils(self, info: Info) -> list[Council]:
        viewer = info.context.viewer
        if viewer and viewer.role == Role.OPERATOR:
            return [council_type(council) for council in models.Council.objects.filter(is_active=True)]
        return [council_type(info.context.council)]

    @strawberry.field(description="The platform's register of languages.")
    def languages(self) -> list[Language]:
        return [language_type(language) for language in LANGUAGES.values()]

    @strawberry.field(description="The look of this council.")
    def theme(self) -> Theme:
        return theme_type()
