"""The one schema: a folder a domain, merged here."""

import strawberry
from graphql import GraphQLError
from strawberry.extensions import MaxTokensLimiter, ParserCache
from strawberry.schema.config import StrawberryConfig
from strawberry.tools import merge_types
from strawberry.types import ExecutionContext
from strawberry_django.optimizer import DjangoOptimizerExtension

from leavingwell.graphql.connections import MOST
from leavingwell.graphql.content.article_queries import ArticleQuery
from leavingwell.graphql.content.previews import PreviewQuery
from leavingwell.graphql.content.queries import ContentQuery
from leavingwell.graphql.council.queries import CouncilQuery
from leavingwell.graphql.documents.mutations import DocumentsMutation
from leavingwell.graphql.documents.queries import DocumentsQuery
from leavingwell.graphql.enum_names import look_up_enum_names
from leavingwell.graphql.gathered_once import gather_once
from leavingwell.graphql.insight.queries import InsightQuery
from leavingwell.graphql.insight.team import TeamQuery
from leavingwell.graphql.kept_answers import KeptAnswers
from leavingwell.graphql.limits.extension import Limits
from leavingwell.graphql.limits.numbers import DOCUMENTS, TOKENS
from leavingwell.graphql.people.access_log import AccessLogQuery
from leavingwell.graphql.people.changing_details import ChangingDetailsMutation
from leavingwell.graphql.people.emergencies import EmergenciesMutation, EmergenciesQuery
from leavingwell.graphql.people.inviting import InvitingQuery
from leavingwell.graphql.people.mutations import PeopleMutation
from leavingwell.graphql.people.queries import PeopleQuery
from leavingwell.graphql.people.staff_mutations import StaffMutation
from leavingwell.graphql.people.staff_queries import StaffQuery
from leavingwell.graphql.plain_fields import resolve_plain_fields
from leavingwell.graphql.plans.calls import CallsMutation
from leavingwell.graphql.plans.changing_check_ins import ChangingCheckInsMutation
from leavingwell.graphql.plans.changing_goals import ChangingGoalsMutation
from leavingwell.graphql.plans.clocks import ClocksQuery
from leavingwell.graphql.plans.contacts import ContactsMutation
from leavingwell.graphql.plans.crises import CrisesMutation
from leavingwell.graphql.plans.differences import DifferencesQuery
from leavingwell.graphql.plans.examples import ExamplesQuery
from leavingwell.graphql.plans.focus import FocusMutation
from leavingwell.graphql.plans.giving_copies import CopiesMutation
from leavingwell.graphql.plans.hints import HintsQuery
from leavingwell.graphql.plans.judging import JudgingMutation
from leavingwell.graphql.plans.moving import HomesMutation
from leavingwell.graphql.plans.mutations import PlansMutation
from leavingwell.graphql.plans.notices import NoticesMutation
from leavingwell.graphql.plans.offers import OffersMutation
from leavingwell.graphql.plans.quality import QualityQuery
from leavingwell.graphql.plans.queries import PlansQuery
from leavingwell.graphql.plans.reading_words import ReadingWordsMutation
from leavingwell.graphql.plans.redactions import RedactionsMutation, RedactionsQuery
from leavingwell.graphql.plans.relations import note_on_reviews
from leavingwell.graphql.plans.review_steps import ReviewStepsMutation
from leavingwell.graphql.plans.safety import SafetyMutation
from leavingwell.graphql.plans.saving_matters import MattersMutation
from leavingwell.graphql.plans.saving_offers import SavingOffersMutation
from leavingwell.graphql.plans.sections import SectionsQuery
from leavingwell.graphql.plans.translating_words import TranslatingWordsMutation
from leavingwell.graphql.plans.worries import WorriesMutation
from leavingwell.graphql.questionnaires.mutations import QuestionnairesMutation
from leavingwell.graphql.questionnaires.queries import QuestionnairesQuery
from leavingwell.graphql.questionnaires.remarks import RemarksMutation
from leavingwell.graphql.remembering import Remembers
from leavingwell.graphql.seen import note_what_is_seen
from leavingwell.graphql.surveys.mutations import SurveysMutation
from leavingwell.graphql.surveys.queries import SurveysQuery
from leavingwell.graphql.translations.queries import TranslationsQuery

Query = merge_types(
    "Query",
    (
        CouncilQuery,
        ContentQuery,
        ArticleQuery,
        PreviewQuery,
        QuestionnairesQuery,
        PeopleQuery,
        StaffQuery,
        PlansQuery,
        ClocksQuery,
        DifferencesQuery,
        ExamplesQuery,
        SectionsQuery,
        HintsQuery,
        DocumentsQuery,
        InsightQuery,
        TeamQuery,
        QualityQuery,
        TranslationsQuery,
        SurveysQuery,
        AccessLogQuery,
        EmergenciesQuery,
        InvitingQuery,
        RedactionsQuery,
    ),
)
Mutation = merge_types(
    "Mutation",
    (
        QuestionnairesMutation,
        PlansMutation,
        ReviewStepsMutation,
        MattersMutation,
        HomesMutation,
        CopiesMutation,
        JudgingMutation,
        PeopleMutation,
        StaffMutation,
        DocumentsMutation,
        SurveysMutation,
        SafetyMutation,
        CallsMutation,
        ChangingCheckInsMutation,
        ContactsMutation,
        CrisesMutation,
        OffersMutation,
        NoticesMutation,
        FocusMutation,
        SavingOffersMutation,
        ChangingGoalsMutation,
        ReadingWordsMutation,
        RemarksMutation,
        EmergenciesMutation,
        ChangingDetailsMutation,
        RedactionsMutation,
        TranslatingWordsMutation,
        WorriesMutation,
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
        Remembers,
    ],
)
gather_once()
resolve_plain_fields(schema)
look_up_enum_names(schema)
note_on_reviews(schema._schema)
note_what_is_seen(schema._schema)
