"""The HTML beside the text of an e-mail, for templates that others send."""

from typing import Any

from django import template
from django.template.base import NodeList, Parser, Token
from django.utils.safestring import SafeString

from leavingwell.platform.councils import scope
from leavingwell.themes.letters import as_html
from leavingwell.themes.tokens import own_theme

register = template.Library()


class LetterNode(template.Node):
    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: Any) -> SafeString:
        council = getattr(context.get("request"), "council", None)
        theme = own_theme() if scope.current() else None
        text = self.nodelist.render(context)
        return SafeString(as_html(text, council_name=council.name if council else "", theme=theme))


@register.tag
def letter(parser: Parser, token: Token) -> LetterNode:
    """`{% letter %}…{% endletter %}`: the text between, as a page in the look of the council whose host this is."""
    nodelist = parser.parse(("endletter",))
    parser.delete_first_token()
    return LetterNode(nodelist)
