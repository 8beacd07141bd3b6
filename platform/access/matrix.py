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
EVERYBODY = TEAM | {R.SELF, R.SUPPORTER}

MATRIX: dict[O, frozenset[R]] = {
    O.VIEW_YOUNG_PERSON: EVERYBODY,
    O.VIEW_PLAN: EVERYBODY,  # a supporter: the chosen parts
    O.VIEW_ANSWERS: EVERYBODY,
    O.VIEW_NOTES: TEAM | {R.SELF},
    O.VIEW_CHECK_INS: TEAM | {R.SELF, R.SUPPORTER},  # of those that are shared with them
    O.SAVE_ANSWERS: OWNER_AND_WORKING,
    O.SUBMIT_RESPONSE: OWNER_AND_WORKING,
    O.CHECK_IN: frozenset({R.SELF}),
    O.ADD_ACTION: OWNER_AND_WORKING | {R.MANAGER},
    O.UPDATE_ACTION: OWNER_AND_WORKING | {R.MANAGER},
    O.COMPLETE_ACTION: OWNER_AND_WORKING | {R.MANAGER},
    O.ADD_GOAL: OWNER_AND_WORKING,
    O.ADD_COMMENT: TEAM | {R.SELF},
    O.REQUEST_REVIEW: TEAM | {R.SELF},
    O.SUBMIT_PLAN: WORKING,
    O.RETURN_PLAN: frozenset({R.MANAGER}),
    O.AUTHORISE_PLAN: frozenset({R.MANAGER}),
    O.RECORD_ATTEMPT: WORKING,
    O.REQUEST_DOCUMENT: TEAM | {R.SELF},
    O.ALLOCATE_WORKER: frozenset({R.MANAGER}),
    O.ADD_SUPPORTER: frozenset({R.SELF, R.WORKER}),  # the worker with the young person's agreement
    O.RECORD_CRISIS: WORKING | {R.MANAGER},
    O.VIEW_SAFETY_NOTICES: TEAM | {R.SELF},
    O.SEE_SAFETY_NOTICE: WORKING | {R.MANAGER},  # of those that were told to them
    O.RECORD_CALL: WORKING | {R.MANAGER},
    O.ORDER_FOCUS: frozenset({R.SELF}),
    O.REMARK_ON_QUESTION: frozenset({R.SELF}),
}

COUNCIL_MATRIX: dict[C, frozenset[Role]] = {
    C.VIEW_CASELOAD: frozenset({Role.PERSONAL_ADVISER, Role.TEAM_MANAGER, Role.DUTY_WORKER, Role.PRACTICE_SUPERVISOR}),
    C.VIEW_INSIGHT: frozenset({Role.ANALYST, Role.TEAM_MANAGER, Role.COUNCIL_ADMIN, Role.PERSONAL_ADVISER}),
    C.INVITE_YOUNG_PERSON: frozenset({Role.TEAM_MANAGER, Role.PERSONAL_ADVISER, Role.COUNCIL_ADMIN}),
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
}
