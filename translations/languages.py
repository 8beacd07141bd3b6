"""The register of languages: what each is called, which way it runs and which font draws it.

To add one: docs/adding-a-language.md.
"""

from dataclasses import dataclass
from typing import Literal

Direction = Literal["ltr", "rtl"]


@dataclass(frozen=True)
class Language:
    """`code` is BCP 47; `script` ISO 15924; `font` a family under themes/fonts that holds the whole script."""

    code: str
    own_name: str
    english_name: str
    direction: Direction
    script: str
    font: str


LANGUAGES = {
    language.code: language
    for language in (
        Language("en", "English", "English", "ltr", "Latn", "Noto Sans"),
        Language("cy", "Cymraeg", "Welsh", "ltr", "Latn", "Noto Sans"),
        Language("ar", "العربية", "Arabic", "rtl", "Arab", "Noto Naskh Arabic"),
        Language("ckb", "کوردیی ناوەندی", "Kurdish (Sorani)", "rtl", "Arab", "Noto Naskh Arabic"),
        Language("fa", "فارسی", "Farsi and Dari", "rtl", "Arab", "Noto Naskh Arabic"),
        Language("ps", "پښتو", "Pashto", "rtl", "Arab", "Noto Naskh Arabic"),
        Language("ti", "ትግርኛ", "Tigrinya", "ltr", "Ethi", "Noto Sans Ethiopic"),
        Language("am", "አማርኛ", "Amharic", "ltr", "Ethi", "Noto Sans Ethiopic"),
        Language("vi", "Tiếng Việt", "Vietnamese", "ltr", "Latn", "Noto Sans"),
        Language("sq", "Shqip", "Albanian", "ltr", "Latn", "Noto Sans"),
        Language("pl", "Polski", "Polish", "ltr", "Latn", "Noto Sans"),
        Language("uk", "Українська", "Ukrainian", "ltr", "Cyrl", "Noto Sans"),
        Language("ro", "Română", "Romanian", "ltr", "Latn", "Noto Sans"),
        Language("so", "Soomaali", "Somali", "ltr", "Latn", "Noto Sans"),
        Language("ur", "اردو", "Urdu", "rtl", "Arab", "Noto Naskh Arabic"),
        Language("bn", "বাংলা", "Bengali", "ltr", "Beng", "Noto Sans Bengali"),
        Language("pa", "ਪੰਜਾਬੀ", "Punjabi", "ltr", "Guru", "Noto Sans Gurmukhi"),
    )
}
SOURCE = "en"  # the language in which the nation writes, and in which answers are scored
SOLAR_HIJRI = frozenset({"fa", "ps"})  # whose readers know the days of that calendar as well
RIGHT_TO_LEFT = [code for code, language in LANGUAGES.items() if language.direction == "rtl"]


def language_of(code: str | None) -> Language:
    """The language of a code; the source language for an unknown one."""
    return LANGUAGES.get(code or "", LANGUAGES[SOURCE])
