"""What pages are built of. No block holds raw HTML; each picture says what it shows, or that it is decoration."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    BooleanBlock,
    CharBlock,
    EmailBlock,
    ListBlock,
    MultipleChoiceBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
    StructBlockValidationError,
    TextBlock,
    TimeBlock,
    URLBlock,
)
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from leavingwell.content.rich_text import FEATURES

WEEKDAYS = [
    ("MO", _("Monday")),
    ("TU", _("Tuesday")),
    ("WE", _("Wednesday")),
    ("TH", _("Thursday")),
    ("FR", _("Friday")),
    ("SA", _("Saturday")),
    ("SU", _("Sunday")),
]  # the codes of RFC 5545, which Open Referral's schedules use


class HoursBlock(StructBlock):  # type: ignore[misc]
    """When somebody can be reached, or a place is open: days of the week, from and to."""

    days = MultipleChoiceBlock(choices=WEEKDAYS, label=_("Days"))
    opens_at = TimeBlock(label=_("From"))
    closes_at = TimeBlock(label=_("To"), help_text=_("Earlier than “from” means: the next morning."))

    class Meta:
        icon = "time"
        label = _("Hours")


class ContactBlock(StructBlock):  # type: ignore[misc]
    """Somebody to ask: a person or a desk."""

    name = CharBlock(max_length=100, label=_("Name"))
    role = CharBlock(max_length=100, required=False, label=_("What they do"))
    phone = CharBlock(max_length=40, required=False, label=_("Phone"))
    text_number = CharBlock(max_length=40, required=False, label=_("Number for text messages"))
    email = EmailBlock(required=False, label=_("E-mail"))
    hours = ListBlock(HoursBlock(), default=[], label=_("Hours"))
    out_of_hours = BooleanBlock(required=False, label=_("This is for evenings, nights and weekends"))

    class Meta:
        icon = "user"
        label = _("Contact")

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if not (cleaned["phone"] or cleaned["text_number"] or cleaned["email"]):
            raise StructBlockValidationError({"phone": ValidationError(_("Give a phone number or an e-mail address."))})
        return cleaned


class PictureBlock(StructBlock):  # type: ignore[misc]
    image = ImageChooserBlock(label=_("Picture"))
    alternative_text = CharBlock(max_length=200, required=False, label=_("What it shows, in words"))
    decoration = BooleanBlock(required=False, label=_("It is only decoration"))
    caption = CharBlock(max_length=200, required=False, label=_("Words under it"))

    class Meta:
        icon = "image"
        label = _("Picture")

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if not cleaned["decoration"] and not cleaned["alternative_text"].strip():
            missing = ValidationError(_("Say what the picture shows, for people who cannot see it."))
            raise StructBlockValidationError({"alternative_text": missing})
        return cleaned


class LinkBlock(StructBlock):  # type: ignore[misc]
    title = CharBlock(max_length=150, label=_("Words of the link"))
    url = URLBlock(label=_("Address"))

    class Meta:
        icon = "link"
        label = _("Link")


class DocumentBlock(StructBlock):  # type: ignore[misc]
    title = CharBlock(max_length=150, label=_("Words of the link"))
    document = DocumentChooserBlock(label=_("Document"))

    class Meta:
        icon = "doc-full"
        label = _("Document")


class QuoteBlock(StructBlock):  # type: ignore[misc]
    words = TextBlock(max_length=600, label=_("Words"))
    who = CharBlock(max_length=100, required=False, label=_("Who says so"))

    class Meta:
        icon = "openquote"
        label = _("Quote")


class QuestionBlock(StructBlock):  # type: ignore[misc]
    question = CharBlock(max_length=200, label=_("Question"))
    answer = RichTextBlock(features=FEATURES, label=_("Answer"))

    class Meta:
        icon = "help"
        label = _("Question and answer")


class CalloutBlock(StructBlock):  # type: ignore[misc]
    title = CharBlock(max_length=100, required=False, label=_("Title"))
    words = TextBlock(max_length=400, label=_("Words"))

    class Meta:
        icon = "warning"
        label = _("Good to know")


class ResourceBlocks(StreamBlock):  # type: ignore[misc]
    """Where there is more: links and documents."""

    link = LinkBlock()
    document = DocumentBlock()


class ArticleBlocks(StreamBlock):  # type: ignore[misc]
    """The body of a page, one for each language."""

    text = RichTextBlock(features=FEATURES, label=_("Text"), icon="pilcrow")
    picture = PictureBlock()
    quote = QuoteBlock()
    callout = CalloutBlock()
    question = QuestionBlock()
    link = LinkBlock()
    document = DocumentBlock()
    contact = ContactBlock()
