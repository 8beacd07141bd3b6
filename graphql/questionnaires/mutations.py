from typing import Annotated

import strawberry

from leavingwell.graphql.access import may, response_for, young_person_for
from leavingwell.graphql.context import Info
from leavingwell.graphql.mutations import mutation, signed_in
from leavingwell.graphql.problems import Problems
from leavingwell.graphql.questionnaires.inputs import CheckInInput, SaveAnswersInput, SubmitResponseInput, given_answer
from leavingwell.graphql.questionnaires.types import CheckIn, Response
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.people.models import YoungPerson
from leavingwell.platform.plans.services import calling
from leavingwell.platform.plans.services.answering import record_answers, sitting_of
from leavingwell.platform.problems import not_allowed
from leavingwell.questionnaires import kinds
from leavingwell.questionnaires import models as rows
from leavingwell.questionnaires.services.answering import submit_response
from leavingwell.questionnaires.services.check_ins import GivenCheckIn

SaveAnswersResult = Annotated[Response | Problems, strawberry.union("SaveAnswersResult")]
SubmitResponseResult = Annotated[Response | Problems, strawberry.union("SubmitResponseResult")]
CheckInResult = Annotated[CheckIn | Problems, strawberry.union("CheckInResult")]


def own_record(info: Info, given: strawberry.ID | None) -> YoungPerson:
    """The young person named, or the viewer themselves."""
    if given is not None:
        return young_person_for(info, given)
    record = YoungPerson.objects.filter(person=signed_in(info)).first()
    if record is None:
        raise not_allowed()
    return record


@strawberry.type
class QuestionnairesMutation:
    @mutation(SaveAnswersResult, "Saves answers: all of them, or none and the problems.")
    def save_answers(self, info: Info, input: SaveAnswersInput) -> rows.Response:
        response = response_for(info, input.response_id)
        may(info, Operation.SAVE_ANSWERS, response.young_person)
        sitting = sitting_of(
            response.young_person,
            signed_in(info),
            channel=kinds.Channel(input.channel) if input.channel else None,
            language=info.context.language(input.language),
            variant=kinds.Variant(input.variant) if input.variant else kinds.Variant.STANDARD,
            with_interpreter=input.with_interpreter,
        )
        given = [given_answer(answer) for answer in input.answers]
        return record_answers(response.young_person.plan, response, given, sitting, input.expected_version)

    @mutation(SubmitResponseResult, "Finishes a checklist: its answers stay as they are.")
    def submit_response(self, info: Info, input: SubmitResponseInput) -> rows.Response:
        response = response_for(info, input.response_id)
        may(info, Operation.SUBMIT_RESPONSE, response.young_person)
        return submit_response(response, signed_in(info))

    @mutation(CheckInResult, "How the young person is. Only they can send it.")
    def check_in(self, info: Info, input: CheckInInput) -> rows.CheckIn:
        young_person = own_record(info, input.young_person_id)
        may(info, Operation.CHECK_IN, young_person)
        given = GivenCheckIn(
            face=input.face,
            area=input.area or "",
            note=input.note or "",
            shared_with=input.shared_with,
            call=input.call,
        )
        return calling.check_in(young_person, given, by=signed_in(info), language=info.context.language())
