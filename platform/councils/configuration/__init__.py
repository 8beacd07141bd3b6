"""What a council configures, as data that can be carried elsewhere.

Each app registers its own part (`registry`), so imports run one way. Most of it is tables: `tables` writes the rows of
any of our models by their fields, so that a new column comes along by itself. Nothing is named by a number of the
database: rows, pages and files are named by keys that mean the same everywhere (`book`, `media`).
"""
