"""Many new columns in one step of a migration."""

from collections.abc import Sequence
from typing import Any

from django.db.migrations.operations import AddField
from django.db.migrations.operations.base import Operation


class AddFields(Operation):
    """Does what its `AddField`s do one after another, in a hundredth of the time.

    Django draws all models anew for each column that it adds to a table which many others know. A translated text has a
    column a language, so that would be hundreds of times; here it is once.
    """

    reversible = True

    def __init__(self, operations: Sequence[AddField]) -> None:
        self.operations = operations

    def deconstruct(self) -> tuple[str, Sequence[Any], dict[str, Any]]:
        return self.__class__.__qualname__, [self.operations], {}

    def state_forwards(self, app_label: str, state: Any) -> None:
        state.__dict__.pop("apps", None)  # drawn models: without them nothing has to be kept in step
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for operation in reversed(self.operations):
            operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        return f"Add {len(self.operations)} fields"
