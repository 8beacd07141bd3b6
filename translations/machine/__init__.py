"""Drafts that a machine writes where there is no translation yet. They wait for a person, and are shown to nobody."""
