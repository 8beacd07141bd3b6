"""The permission matrix: operation by relation, and council-wide operation by role.

This is the one place where rights are written down. `manage.py print_permissions` prints it as a page of the docs.
"""

from leavingwell.platform.access.operations import CouncilOperation as C
from leavingwell.platform.access.operations import Operation as O
from leavingwell.platform.access.relations import Relation as R
from leavingwell.platform.people.roles import Role

TEAM = frozenset({R.WORKER, R.MANAGER, R.DUTY, R.SUPERVISOR})
WORKING = frozenset({R.WORKER, R.DUTY})
OWNER_AND_WORKING = WORKING | {R.SELF}
READING = TEAM | {R.EMERGENCY}  # staff, also those who opened the record in an emergency
EVERYBODY = READING | {R.SELF, R.SUPPORTER}

MATRIX: dict[O, frozenset[R]] = {
    O.VIEW_YOUNG_PERSON: EVERYBODY,
    O.VIEW_PLAN: EVERYBODY,  # a supporter: the chosen parts
    O.VIEW_ANSWERS: EVERYBODY,
    O.VIEW_NOTES: READING | {R.SELF},
    O.VIEW_CHECK_INS: READING | {R.SELF, R.SUPPORTER},  # of those that are shared with them
    O.SAVE_ANSWERS: OWNER_AND_WORKING,
    O.SUBMIT_RESPONSE: OWNER_AND_WORKING,
    O.CHECK_IN: frozenset({R.SELF}),
    O.CHANGE_CHECK_IN: frozenset({R.SELF}),  # their own, for ten minutes
    O.ADD_ACTION: OWNER_AND_WORKING | {R.MANAGER, R.EMERGENCY},
    O.UPDATE_ACTION: OWNER_AND_WORKING | {R.MANAGER},
    O.COMPLETE_ACTION: OWNER_AND_WORKING | {R.MANAGER},
    O.ADD_GOAL: OWNER_AND_WORKING,
    O.ADD_COMMENT: READING | {R.SELF},
    O.REQUEST_REVIEW: TEAM | {R.SELF},
    O.SUBMIT_PLAN: WORKING,
    O.RETURN_PLAN: frozenset({R.MANAGER, R.DUTY}),  # who covers: as a manager of another team alone
    O.AUTHORISE_PLAN: frozenset({R.MANAGER, R.DUTY}),  # the same
    O.START_REVIEW: WORKING | {R.MANAGER},
    O.SAVE_MY_PART: frozenset({R.SELF}),
    O.SAVE_WORKERS_PART: WORKING,
    O.CHECK_QUALITY: frozenset({R.SUPERVISOR, R.MANAGER, R.DUTY}),  # managers where there is no supervisor
    O.ANSWER_RETURN: WORKING,
    O.WRITE_WITHOUT: WORKING,
    O.RECORD_ATTEMPT: WORKING,
    O.REQUEST_DOCUMENT: TEAM | {R.SELF},
    O.ALLOCATE_WORKER: frozenset({R.MANAGER}),
    O.MOVE_TO_TEAM: frozenset({R.MANAGER}),
    O.VIEW_ALLOCATIONS: READING | {R.SELF},
    O.ADD_SUPPORTER: frozenset({R.SELF, R.WORKER}),  # the worker with the young person's agreement
    O.UPDATE_SUPPORTER: frozenset({R.SELF, R.WORKER}),  # the worker with the young person's agreement
    O.UPDATE_YOUNG_PERSON: OWNER_AND_WORKING | {R.MANAGER},  # the young person: how they want to be met
    O.ADD_CARE_PERIOD: WORKING | {R.MANAGER},
    O.END_CARE_PERIOD: WORKING | {R.MANAGER},
    O.SET_CATEGORY: WORKING | {R.MANAGER},
    O.INVITE_AGAIN: OWNER_AND_WORKING | {R.MANAGER},  # the young person: a code to come back with
    O.WITHDRAW_INVITATION: OWNER_AND_WORKING | {R.MANAGER},
    O.MARK_WELCOMED: frozenset({R.SELF}),
    O.RECORD_CRISIS: WORKING | {R.MANAGER, R.EMERGENCY},
    O.VIEW_SAFETY_NOTICES: READING | {R.SELF},
    O.SEE_SAFETY_NOTICE: WORKING | {R.MANAGER},  # of those that were told to them
    O.RECORD_CALL: WORKING | {R.MANAGER},
    O.ORDER_FOCUS: frozenset({R.SELF}),
    O.SAVE_OFFER: frozenset({R.SELF}),
    O.REMARK_ON_QUESTION: frozenset({R.SELF}),
    O.VIEW_ACCESS_LOG: frozenset({R.SELF, R.MANAGER}),  # the manager: what staff did
    O.SEE_EMERGENCY_ACCESS: frozenset({R.MANAGER}),
    O.REQUEST_MY_DATA: frozenset({R.SELF}),
    O.REDACT: frozenset({R.MANAGER}),
    O.VIEW_MATTERS: READING | {R.SELF},
    O.SAVE_MATTER: WORKING,
    O.VIEW_HOMES: READING | {R.SELF},
    O.RECORD_MOVE: WORKING | {R.MANAGER},
    O.ASSESS_SUITABILITY: WORKING,
    O.SAVE_HOME_VIEWS: frozenset({R.SELF}),
    O.GIVE_COPY: OWNER_AND_WORKING,
    O.JUDGE_QUALITY: frozenset({R.SUPERVISOR, R.MANAGER}),  # of plans that are agreed
    O.VIEW_CONTACTS: READING | {R.SELF},
    O.RECORD_CONTACT: WORKING | {R.MANAGER, R.EMERGENCY},
    O.VIEW_CRISES: READING | {R.SELF},  # a crisis is as the young person sees it
    O.CLOSE_CRISIS: WORKING | {R.MANAGER},
    O.SET_STATE: WORKING | {R.MANAGER},
    O.VIEW_OFFERS: READING | {R.SELF},
    O.ANSWER_OFFER: frozenset({R.SELF}),
    O.RECORD_OFFER: WORKING | {R.MANAGER},
    O.OPEN_SLIM_PLAN: WORKING | {R.MANAGER},
    O.UPDATE_GOAL: OWNER_AND_WORKING,  # the words: whoever wrote them, and the young person
    O.FINISH_GOAL: OWNER_AND_WORKING,
    O.REOPEN_GOAL: OWNER_AND_WORKING,
    O.MARK_COMMENTS_READ: EVERYBODY,  # those that they may read
    O.SET_CELEBRATES: frozenset({R.SELF}),
    O.TRANSLATE_WORDS: READING,  # of those that they may read
}

COUNCIL_MATRIX: dict[C, frozenset[Role]] = {
    C.VIEW_CASELOAD: frozenset({Role.PERSONAL_ADVISER, Role.TEAM_MANAGER, Role.DUTY_WORKER, Role.PRACTICE_SUPERVISOR}),
    C.VIEW_INSIGHT: frozenset({Role.ANALYST, Role.TEAM_MANAGER, Role.COUNCIL_ADMIN, Role.PERSONAL_ADVISER}),
    C.INVITE_YOUNG_PERSON: frozenset({Role.TEAM_MANAGER, Role.PERSONAL_ADVISER, Role.COUNCIL_ADMIN}),
    C.VIEW_STAFF: frozenset({Role.COUNCIL_ADMIN, Role.TEAM_MANAGER, Role.OPERATOR}),
    C.MANAGE_STAFF: frozenset({Role.COUNCIL_ADMIN, Role.OPERATOR}),  # an operator invites the first administrator
    C.HAND_OVER_CASELOAD: frozenset({Role.COUNCIL_ADMIN, Role.TEAM_MANAGER}),  # a manager: of their own teams
    C.MANAGE_DUTY: frozenset({Role.COUNCIL_ADMIN, Role.TEAM_MANAGER}),  # a manager: of their own teams
    C.OPEN_IN_EMERGENCY: frozenset(
        {Role.PERSONAL_ADVISER, Role.DUTY_WORKER, Role.TEAM_MANAGER, Role.PRACTICE_SUPERVISOR}
    ),
    C.KEEP_RECORDS: frozenset({Role.COUNCIL_ADMIN}),
    C.ENTER_ADMIN: frozenset(
        {
            Role.COUNCIL_ADMIN,
            Role.CONTENT_EDITOR,
            Role.QUESTIONNAIRE_EDITOR,
            Role.TRANSLATOR,
            Role.OPERATOR,
            Role.FRAMEWORK_EDITOR,
        }
    ),
    C.EDIT_CONTENT: frozenset({Role.COUNCIL_ADMIN, Role.CONTENT_EDITOR}),
    C.EDIT_QUESTIONNAIRE: frozenset({Role.COUNCIL_ADMIN, Role.CONTENT_EDITOR, Role.QUESTIONNAIRE_EDITOR}),
    C.EDIT_THEME: frozenset({Role.COUNCIL_ADMIN, Role.CONTENT_EDITOR}),
    C.TRANSLATE: frozenset({Role.COUNCIL_ADMIN, Role.CONTENT_EDITOR, Role.QUESTIONNAIRE_EDITOR, Role.TRANSLATOR}),
    C.VIEW_TRANSLATION_PROGRESS: frozenset(
        {Role.COUNCIL_ADMIN, Role.CONTENT_EDITOR, Role.QUESTIONNAIRE_EDITOR, Role.TRANSLATOR, Role.OPERATOR}
    ),
    C.SET_PLAN_RULES: frozenset({Role.COUNCIL_ADMIN}),
}
