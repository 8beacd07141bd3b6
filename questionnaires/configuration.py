"""The questions of a council and its rules for them, as part of its configuration.

The questions travel in the form in which one questionnaire does by itself (`exchange`): they become a draft, which
somebody reads and publishes.
"""

import json
from typing import Any

from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.configuration.journey import Inbound, Outbound
from leavingwell.platform.councils.configuration.outcome import Difference, LeftOut, Outcome, State
from leavingwell.platform.councils.configuration.registry import Part, leave_out, register
from leavingwell.platform.councils.configuration.table_part import register_tables
from leavingwell.platform.councils.configuration.tables import Table
from leavingwell.platform.problems import invalid
from leavingwell.questionnaires import models
from leavingwell.questionnaires.exchange.document import completed, document_of, media_names
from leavingwell.questionnaires.exchange.reading import read
from leavingwell.questionnaires.freezing import content_of
from leavingwell.questionnaires.ownership import own_over_national
from leavingwell.questionnaires.services import media
from leavingwell.questionnaires.services.exchanging.exporting import adopted_codes, media_bytes, origin
from leavingwell.questionnaires.services.exchanging.files import Files, prepared_files, row_alone
from leavingwell.questionnaires.services.exchanging.importing import Preview, run
from leavingwell.questionnaires.survey_codes import SurveyTable

ANY_DAY = parse_datetime("2000-01-01T00:00:00Z")  # the file of the questions says when; the zip's own front page does


def document(questionnaire: models.Questionnaire) -> dict[str, Any]:
    content = completed(content_of(questionnaire))
    known = {question["code"] for domain in content["domains"] for question in domain["questions"]}
    assert ANY_DAY
    return document_of(
        content,
        origin=origin(),
        adopted={code: source for code, source in adopted_codes().items() if code in known},
        media=media_bytes(media_names(content)),
        exported_at=ANY_DAY,
    )


def told(preview: Preview) -> Outcome:
    outcome = Outcome()
    for step in preview.steps:
        state = State.NEW if step.kind == "added" else State.CHANGED
        outcome.differences += [Difference(state, str(_("Question")), code, (step.name,)) for code in step.subjects]
    if not preview.changes_anything:
        name = preview.document["content"]["code"]
        outcome.differences.append(Difference(State.SAME, str(_("Questionnaire")), str(name)))
    outcome.left_out = [LeftOut(str(_("Question")), fault.question, str(fault.message)) for fault in preview.left]
    return outcome


class QuestionsPart(Part):
    name, label, order = "questions", _("Questions"), 30
    models = (
        models.Questionnaire,
        models.Domain,
        models.Indicator,
        models.Wording,
        models.Recording,
        models.Choice,
        models.ChoiceLabel,
        models.QuestionArrangement,
        models.DomainArrangement,
        models.QuestionMedia,
    )

    def export(self, journey: Outbound) -> dict[str, Any]:
        rows = own_over_national(models.Questionnaire.objects.order_by("code"), lambda row: row.code)
        return {code: document(row) for code, row in sorted(rows.items())}

    def bring(self, wanted: Any, journey: Inbound) -> Outcome:
        if not isinstance(wanted, dict):
            raise invalid(_now("The questions in this file are not written as they should be."))
        outcome = Outcome()
        for _code, one in sorted(wanted.items()):
            found = read(json.dumps(one).encode())
            keep = media.keep if journey.media.store else row_alone
            outcome.add(told(run(found, Files(prepared_files(found["media"]), keep), journey.by)))
            journey.step()
        return outcome


register(QuestionsPart())
register_tables(
    "question_rules",
    _("Rules for questions and surveys"),
    35,
    Table(models.QuestionnaireRules),
    SurveyTable(models.Survey, key=("title_en",), left_out=("questionnaire_version", "state", "made_at", "sent_at")),
)
leave_out("questionnaires.BankQuestion", "the nation's row, which its council shares and withdraws")
leave_out("questionnaires.Proposal", "one draft on its way to being published, with the names of who looks at it")
leave_out("questionnaires.QuestionnaireVersion", "what was published: whoever publishes here makes it anew")
