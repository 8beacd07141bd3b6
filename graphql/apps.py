from pathlib import Path

from django.apps import AppConfig


class GraphQLConfig(AppConfig):
    name = "leavingwell.graphql"
    label = "graphql_api"
    path = str(Path(__file__).parent)  # the folder has no __init__.py: it would shadow graphql-core's `graphql`
