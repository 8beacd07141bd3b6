"""Translations out to files that translators' tools read, and back: XLIFF 2.1 and 1.2, PO, CSV and XLSX."""
