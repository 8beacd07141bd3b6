"""The one schema: a folder a domain, merged here."""

import strawberry
from graphql import GraphQLError
from strawberry.extensions import MaxTokensLimiter, ParserCache
from strawberry.schema.config import StrawberryConfig
from strawberry.tools import merge_types
from strawberry.types import ExecutionContext
from strawberry_django.optimizer import DjangoOptimizerExtension

from leavingwell.graphql.connections import MOST
from leavingwell.graphql.content.queries import ContentQuery
from leavingwell.graphql.council.queries import CouncilQuery
from leavingwell.graphql.documents.mutations import DocumentsMutation
from leavingwell.graphql.documents.queries import DocumentsQuery
from leavingwell.graphql.insight.queries import InsightQuery
from leavingwell.graphql.kept_answers import KeptAnswers
from leavingwell.graphql.limits.extension import Limits
from leavingwell.graphql.limits.numbers import DOCUMENTS, TOKENS
from leavingwell.graphql.people.mutations import PeopleMutation
from leavingwell.graphql.people.queries import PeopleQuery
from leavingwell.graphql.plans.calls import CallsMutation
from leavingwell.graphql.plans.focus import FocusMutation
from leavingwell.graphql.plans.mutations import PlansMutation
from leavingwell.graphql.plans.queries import PlansQuery
from leavingwell.graphql.plans.safety import SafetyMutation
from leavingwell.graphql.questionnaires.mutations import QuestionnairesMutation
from leavingwell.graphql.questionnaires.queries import QuestionnairesQuery
from leavingwell.graphql.questionnaires.remarks import RemarksMutation
from leavingwell.graphql.surveys.mutations import SurveysMutation
from leavingwell.graphql.surveys.queries import SurveysQuery
from leavingwell.graphql.translations.queries import TranslationsQuery

Query = merge_types(
    "Query",
    (
        CouncilQuery,
        ContentQuery,
        QuestionnairesQuery,
        PeopleQuery,
        PlansQuery,
        DocumentsQuery,
        InsightQuery,
        TranslationsQuery,
        SurveysQuery,
    ),
)
Mutation = merge_types(
    "Mutation",
    (
        QuestionnairesMutation,
        PlansMutation,
        PeopleMutation,
        DocumentsMutation,
        SurveysMutation,
        SafetyMutation,
        CallsMutation,
        FocusMutation,
        RemarksMutation,
    ),
)


def optimizer() -> DjangoOptimizerExtension:
    # Nested lists must go through each type's get_queryset, or they would show what its viewer may not see.
    return DjangoOptimizerExtension(prefetch_custom_queryset=True, enable_only_optimization=False)


class Schema(strawberry.Schema):
    def process_errors(self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None) -> None:
        """Nothing: strawberry would log what people typed. `errors.told` logs what is worth it."""


schema = Schema(
    Query,
    Mutation,
    config=StrawberryConfig(disable_field_suggestions=True, relay_max_results=MOST),
    extensions=[
        optimizer,
        lambda: MaxTokensLimiter(max_token_count=TOKENS),
        lambda: ParserCache(maxsize=DOCUMENTS),
        Limits,
        KeptAnswers,
    ],
)
