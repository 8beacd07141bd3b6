"""Taking a questionnaire from one council to another, and its words to a spreadsheet and back.

`exporting` writes the file, `importing` shows what a file would change and does it, `sheets` is the spreadsheet;
`waiting` keeps an upload between the two steps. The forms of both files are in `exchange`.
"""

from leavingwell.questionnaires.services.exchanging.exporting import DRAFT, PUBLISHED, exported
from leavingwell.questionnaires.services.exchanging.importing import Preview, carry_out, preview

__all__ = ["DRAFT", "PUBLISHED", "Preview", "carry_out", "exported", "preview"]
