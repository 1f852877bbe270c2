"""Files for people: written whole or not at all, and tables that no spreadsheet runs as a program."""

from dipdesk.saving.whole import save, write_whole

__all__ = ["save", "write_whole"]
