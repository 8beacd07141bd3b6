from leavingwell.translations.models.change import TranslationChange
from leavingwell.translations.models.choices import SHOWN, WAITING, Area, Kind, Origin, Status
from leavingwell.translations.models.suggestion import Suggestion
from leavingwell.translations.models.term_rendering import TermRendering
from leavingwell.translations.models.translation import Translation
from leavingwell.translations.models.translator_language import TranslatorLanguage
from leavingwell.translations.models.unit import TranslationUnit

__all__ = [
    "SHOWN",
    "WAITING",
    "Area",
    "Kind",
    "Origin",
    "Status",
    "Suggestion",
    "TermRendering",
    "Translation",
    "TranslationChange",
    "TranslationUnit",
    "TranslatorLanguage",
]
