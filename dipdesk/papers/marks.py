"""What marks a paper besides its title: version and time, in the language spoken now."""

from datetime import datetime

from dipdesk.i18n import _, format_date, format_time
from dipdesk.papers.blocks import Document, both


def version(document: Document) -> str:
    """The version in words, empty if there is none."""
    return _("Version {version}").format(version=document.version) if document.version else ""


def moment(of: datetime) -> str:
    """A day with its month in full, and the clock."""
    return f"{format_date(of.date())} {format_time(of)}"


def made(document: Document) -> str:
    """When the paper was made, in words, empty if it is not told."""
    if isinstance(document.made_at, datetime):
        return moment(document.made_at)
    return "".join(both(document.made_at)[:1])
