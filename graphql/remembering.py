"""While a query is answered, how the viewer stands to whom is asked for once; a mutation asks each time."""

from collections.abc import Iterator

from strawberry.extensions import SchemaExtension
from strawberry.types.graphql import OperationType

from leavingwell.graphql.context import Context
from leavingwell.platform.access.remembered import remembering


class Remembers(SchemaExtension):
    def on_execute(self) -> Iterator[None]:
        context: Context = self.execution_context.context
        if self.execution_context.operation_type != OperationType.QUERY:
            context.relations.clear()
            with remembering(None):
                yield
        else:
            with remembering(context.relations):
                yield
