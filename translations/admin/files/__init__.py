"""Screens for files of translations and for machine drafts."""
