"""The addresses of published questionnaires, on councils' hosts."""

from django.urls import URLPattern, path

from leavingwell.questionnaires.publication.views import current, schema, vectors, version

urlpatterns: list[URLPattern] = [
    path("<str:code>/", current, name="questionnaire_current"),
    path("<str:code>/versions/<str:content_hash>/", version, name="questionnaire_version"),
    path("<str:code>/versions/<str:content_hash>/schema.json", schema, name="questionnaire_schema"),
    path("vectors/<str:name>", vectors, name="questionnaire_vectors"),
]
