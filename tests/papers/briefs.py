"""Briefs for tests."""

from datetime import datetime
from zoneinfo import ZoneInfo

from dipdesk.exchange import sample
from dipdesk.papers import making
from dipdesk.papers.blocks import Document
from dipdesk.papers.brief import BriefOptions
from dipdesk.papers.brief.sections import SECTIONS
from dipdesk.papers.registry import paper
from dipdesk.store.office_file import OfficeFile

LANGUAGES = (("tr",), ("en",), ("tr", "en"))
NOTHING = BriefOptions(**{one.name: False for one in SECTIONS})
"""A brief of nothing but its cover."""
MADE_AT = datetime(2027, 5, 10, 9, 30, tzinfo=ZoneInfo("Europe/Istanbul"))


def brief(
    office: OfficeFile,
    languages: tuple[str, ...] = ("en",),
    visit: str = sample.VISIT,
    options: BriefOptions | None = None,
) -> Document:
    """The brief of a visit, made at a fixed time."""
    return making.build(office, paper("brief"), visit, options or BriefOptions(), languages, MADE_AT)


def stored(office: OfficeFile, *records: object) -> None:
    """Put records into an office file."""
    with office.change("a test") as session:
        session.add_all(records)
