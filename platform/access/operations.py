"""What can be done: to one young person and their plan, or in the council as a whole."""

from enum import StrEnum


class Operation(StrEnum):
    """To one young person. The values are the names that the API's `permissions` shows."""

    VIEW_YOUNG_PERSON = "viewYoungPerson"
    VIEW_PLAN = "viewPlan"
    VIEW_ANSWERS = "viewAnswers"
    VIEW_NOTES = "viewNotes"
    VIEW_CHECK_INS = "viewCheckIns"
    SAVE_ANSWERS = "saveAnswers"
    SUBMIT_RESPONSE = "submitResponse"
    CHECK_IN = "checkIn"
    ADD_ACTION = "addAction"
    UPDATE_ACTION = "updateAction"
    COMPLETE_ACTION = "completeAction"
    ADD_GOAL = "addGoal"
    ADD_COMMENT = "addComment"
    REQUEST_REVIEW = "requestReview"
    SUBMIT_PLAN = "submitPlan"
    RETURN_PLAN = "returnPlan"
    AUTHORISE_PLAN = "authorisePlan"
    RECORD_ATTEMPT = "recordAttempt"
    REQUEST_DOCUMENT = "requestDocument"
    ALLOCATE_WORKER = "allocateWorker"
    ADD_SUPPORTER = "addSupporter"
    RECORD_CRISIS = "recordCrisis"
    VIEW_SAFETY_NOTICES = "viewSafetyNotices"
    SEE_SAFETY_NOTICE = "seeSafetyNotice"
    RECORD_CALL = "recordCall"
    ORDER_FOCUS = "orderFocus"
    REMARK_ON_QUESTION = "remarkOnQuestion"


class CouncilOperation(StrEnum):
    """In the council as a whole, by role."""

    VIEW_CASELOAD = "viewCaseload"
    VIEW_INSIGHT = "viewInsight"
    INVITE_YOUNG_PERSON = "inviteYoungPerson"
    ENTER_ADMIN = "enterAdmin"
    EDIT_CONTENT = "editContent"
    EDIT_QUESTIONNAIRE = "editQuestionnaire"
    EDIT_THEME = "editTheme"
    TRANSLATE = "translate"
    VIEW_TRANSLATION_PROGRESS = "viewTranslationProgress"
