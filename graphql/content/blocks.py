"""What a page is built of: typed blocks, each text in the language of the page's body."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any

import strawberry
from wagtail.rich_text import expand_db_html

from leavingwell.content.models.read_together import media_of
from leavingwell.graphql.content.contacts import OfferContact, contact_in
from leavingwell.graphql.content.pictures import Picture, picture_type
from leavingwell.graphql.context import Info
from leavingwell.graphql.text import LocalizedText, text_type
from leavingwell.translations.localised import LocalizedText as Text
from leavingwell.translations.localised import first_text, texts_of


@strawberry.type(description="Some paragraphs.")
class TextBlock:
    html: LocalizedText = strawberry.field(description="HTML of paragraphs, lists, headings and links only.")


@strawberry.type(description="A picture.")
class PictureBlock:
    picture: Picture
    caption: LocalizedText


@strawberry.type(description="What somebody said.")
class QuoteBlock:
    words: LocalizedText
    who: str = strawberry.field(description="May be empty.")


@strawberry.type(description="Something good to know.")
class CalloutBlock:
    title: LocalizedText
    words: LocalizedText


@strawberry.type(description="A question and its answer.")
class QuestionBlock:
    question: LocalizedText
    answer: LocalizedText = strawberry.field(description="HTML of paragraphs, lists, headings and links only.")


@strawberry.type(description="A link to another site.")
class LinkBlock:
    title: LocalizedText
    url: str


@strawberry.type(description="A document to open.")
class DocumentBlock:
    title: LocalizedText
    url: str
    file_type: str = strawberry.field(description="Such as `pdf`.")
    bytes: int | None


@strawberry.type(description="Somebody to ask.")
class ContactBlock:
    contact: OfferContact


Block = TextBlock | PictureBlock | QuoteBlock | CalloutBlock | QuestionBlock | LinkBlock | DocumentBlock | ContactBlock
ArticleBlock = Annotated[Block, strawberry.union("ArticleBlock", description="A part of a page.")]
OfferResource = Annotated[
    LinkBlock | DocumentBlock, strawberry.union("OfferResource", description="Where there is more.")
]


@dataclass(frozen=True)
class Reading:
    """How the blocks of one page are read: all in the language of its body."""

    page: Any
    text: Text
    info: Info

    def words(self, value: Any) -> LocalizedText:
        return text_type(replace(self.text, value=str(value or "")))

    def html(self, value: Any) -> LocalizedText:
        return self.words(expand_db_html(value or ""))


def picture(value: Mapping[str, Any], read: Reading) -> PictureBlock | None:
    words = "" if value.get("decoration") else value.get("alternative_text")
    found = picture_type(read.page, value.get("image"), read.words(words), read.info)
    return PictureBlock(picture=found, caption=read.words(value.get("caption"))) if found else None


def document(value: Mapping[str, Any], read: Reading) -> DocumentBlock | None:
    found = media_of(read.page).documents.get(value.get("document") or 0)
    if found is None:
        return None
    return DocumentBlock(
        title=read.words(value.get("title")),
        url=read.info.context.address(found.url),
        file_type=found.file_extension.lower(),
        bytes=found.file_size,
    )


MAKE: dict[str, Callable[[Any, Reading], Block | None]] = {
    "text": lambda value, read: TextBlock(html=read.html(value)),
    "picture": picture,
    "quote": lambda value, read: QuoteBlock(words=read.words(value.get("words")), who=value.get("who") or ""),
    "callout": lambda value, read: CalloutBlock(
        title=read.words(value.get("title")), words=read.words(value.get("words"))
    ),
    "question": lambda value, read: QuestionBlock(
        question=read.words(value.get("question")), answer=read.html(value.get("answer"))
    ),
    "link": lambda value, read: LinkBlock(title=read.words(value.get("title")), url=value.get("url") or ""),
    "document": document,
    "contact": lambda value, read: ContactBlock(contact=contact_in(value)),
}


def blocks_in(stream: Any, read: Reading) -> Iterator[Block]:
    """What a picture or document was deleted of is passed over."""
    for block in stream.raw_data if stream else ():
        make = MAKE.get(block["type"])
        if make and (made := make(block["value"], read)):
            yield made


def body_of(page: Any, info: Info, asked: str | None) -> list[Block]:
    """The body in the first language that has one."""
    streams = dict(texts_of(page, "body"))
    text = first_text(dict.fromkeys(streams, "there"), info.context.languages(asked))
    return list(blocks_in(streams.get(text.language), Reading(page, text, info)))


def resources_of(page: Any, info: Info) -> list[LinkBlock | DocumentBlock]:
    """Links and documents that an offer has in one language for all, the council's own."""
    language = info.context.council.default_language
    text = first_text({language: "there"}, [language])
    found = blocks_in(page.resources, Reading(page, text, info))
    return [block for block in found if isinstance(block, LinkBlock | DocumentBlock)]
