"""Texts in files, by language, as the columns that hold them."""

Texts = dict[str, str]


def columns(**fields: Texts) -> Texts:
    """The modeltranslation columns: `title={"en": …}` is `{"title_en": …}`."""
    return {f"{field}_{language}": text for field, texts in fields.items() for language, text in texts.items()}
