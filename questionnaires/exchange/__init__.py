"""A questionnaire as one file, and its words as a spreadsheet: how they look, and whether what comes in is right.

Pure functions; `services.exchanging` reads and writes the questionnaire itself.
"""
