"""Who works on the questions of the northern council."""

import pytest

from leavingwell.platform.councils.scope import scope
from tests.admin.asking import at
from tests.questionnaires.test_proposals import reword


@pytest.fixture
def client(north):
    return at(north.council, north.questionnaire_editor)


@pytest.fixture
def editor(north):
    return at(north.council, north.editor)


@pytest.fixture
def worded(north):
    """A draft: one question in own words."""
    with scope(north.council):
        reword("Is it warm at yours?")
    return north
