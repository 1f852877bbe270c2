"""Briefs for tests; ``python -m tests.papers.briefs`` renews the golden files."""

import os
import tempfile
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from dipdesk.exchange import sample
from dipdesk.papers import making, text
from dipdesk.papers.blocks import Document
from dipdesk.papers.brief import BriefOptions
from dipdesk.papers.brief.sections import SECTIONS
from dipdesk.papers.registry import paper
from dipdesk.store.office_file import OfficeFile

GOLDEN = Path(__file__).with_name("golden")
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


def golden_file(languages: tuple[str, ...]) -> Path:
    """Where the text of the sample's brief is kept."""
    return GOLDEN / f"brief-{'-'.join(languages)}.txt"


def renew(folder: Path) -> None:
    """Write the golden files anew; look at the difference before it is committed."""
    with sample.create(folder / "sample.dipdesk") as office:
        for languages in LANGUAGES:
            golden_file(languages).write_text(text.write(brief(office, languages)), encoding="utf-8")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ["XDG_DATA_HOME"] = home
        renew(Path(home))
