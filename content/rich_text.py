"""What an editor may do in a text: words, lists and links. No raw HTML ever."""

FEATURES = ["h3", "h4", "bold", "italic", "ol", "ul", "link"]
