"""How much one request may ask for. Every document of the portal stays far below these numbers."""

CHARACTERS = 50_000  # of a document: variables carry the long texts
TOKENS = 3_000
FIELDS = 400  # with fragments written out: validation compares fields of one name in pairs
DEPTH = 12
ALIASES = 30
COST = 20_000  # fields of the answer, as estimated by `cost`
LIST = 10  # items that a list without pages is taken to have
PRICES = {("Plan", "stateOverTime"): 200}  # that work out more than they show: here up to 24 whole checklists
NESTING = 60  # of lists and objects in the variables
DOCUMENTS = 200  # parsed and checked documents that a process remembers: all of the portal, and some
