"""Leaving this page quickly."""

# An empty page: it asks nothing of the network, says nothing of where one has been, and opens at once.
EXIT = "about:blank"
