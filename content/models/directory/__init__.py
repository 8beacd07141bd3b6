from leavingwell.content.models.directory.feed import DirectoryFeed
from leavingwell.content.models.directory.row import DirectoryRow
from leavingwell.content.models.directory.run import DirectoryImport
from leavingwell.content.models.directory.service import DirectoryService

__all__ = ["DirectoryFeed", "DirectoryImport", "DirectoryRow", "DirectoryService"]
