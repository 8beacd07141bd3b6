"""What young people read of themselves over the years: the API's codes in words that fit into a sentence."""

from django.utils.translation import pgettext_lazy

PHASES_INSIDE = {
    "GOING_WELL": pgettext_lazy("inside a sentence", "going well"),
    "GROWING": pgettext_lazy("inside a sentence", "growing"),
    "WORK_ON_THIS": pgettext_lazy("inside a sentence", "something to work on"),
}
