"""Every paper of the sample office; ``python -m tests.papers.samples`` renews the golden files."""

import os
import tempfile
from pathlib import Path

from dipdesk.actions import story
from dipdesk.exchange import sample
from dipdesk.papers import making, text
from dipdesk.papers.blocks import Document
from dipdesk.papers.registry import papers
from dipdesk.store.office_file import OfficeFile
from tests.papers.briefs import LANGUAGES, MADE_AT

GOLDEN = Path(__file__).with_name("golden")

SUBJECTS = {
    "visit": sample.VISIT,
    "partner": story.record_id("partner", "beispielburg"),
    "relation": story.record_id("relation", "beispielburg"),
    "agreement": story.record_id("agreement", "friendship"),
    "membership": story.record_id("membership", "nec"),
    "ceremony": story.record_id("ceremony", "2"),
    "gift": story.record_id("gift", "b_given"),
    "person": story.record_id("person", "musterfrau"),
    "speech": story.record_id("speech", "signing"),
    "contact": story.record_id("contact", "3"),
}
"""A record of each entity that papers can be about."""
OTHERS = {
    ("audit_sheet", "visit"): story.record_id("visit", "nimuseti_2027"),
    ("signing_readiness", "agreement"): story.record_id("agreement", "youth"),
    ("minutes", "visit"): story.record_id("visit", "beispielburg_2025"),
    ("visit_report", "visit"): story.record_id("visit", "beispielburg_2025"),
    ("travel_statement", "visit"): story.record_id("visit", "nimuseti_2027"),
    ("table_numbers", "ceremony"): story.record_id("ceremony", "3"),
    ("wreath_order", "ceremony"): story.record_id("ceremony", "1"),
}
"""What a paper is about that would have little to say of the usual one."""
PAPERS = {one.name: one for one in papers()}
CASES = [(one.name, entity) for one in papers() for entity in one.subjects or ("",)]
"""Every paper with every entity that it can be about."""


def subject(name: str, entity: str) -> str:
    """The id of the record of the sample office that a paper is about; empty for the office."""
    return OTHERS.get((name, entity)) or SUBJECTS[entity] if entity else ""


def made(
    office: OfficeFile, name: str, entity: str, languages: tuple[str, ...], **chosen: object
) -> Document:
    """A paper of the sample office, made at a fixed time with its usual options but for those ``chosen``."""
    paper = PAPERS[name]
    return making.build(office, paper, subject(name, entity), paper.options(**chosen), languages, MADE_AT)


def golden_file(name: str, entity: str, languages: tuple[str, ...]) -> Path:
    """Where the text of a paper of the sample office is kept."""
    about = f".{entity}" if len(PAPERS[name].subjects) > 1 else ""
    return GOLDEN / f"{name}{about}-{'-'.join(languages)}.txt"


def renew(folder: Path) -> None:
    """Write the golden files anew; look at the difference before it is committed."""
    with sample.create(folder / "sample.dipdesk") as office:
        for case in CASES:
            for languages in LANGUAGES:
                words = text.write(made(office, *case, languages))
                golden_file(*case, languages).write_text(words, encoding="utf-8")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ["XDG_DATA_HOME"] = home
        renew(Path(home))
