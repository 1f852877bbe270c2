"""Every paper with texts as long as fields take, and with a crowd of delegates: nothing is cut or lost."""

import re
from collections.abc import Iterator
from dataclasses import fields as parts_of
from dataclasses import is_dataclass
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from dipdesk.model import (
    Ceremony,
    Delegation,
    DelegationMember,
    Guest,
    Person,
    entities,
)
from dipdesk.papers.blocks import Document, Paragraph, Picture
from dipdesk.store.office_file import OfficeFile
from tests.papers.hostile import free_texts
from tests.papers.offices import only_read
from tests.papers.reading import lone_headings, page_texts
from tests.papers.reading import made as written
from tests.papers.samples import CASES, OTHERS, SUBJECTS, made

PAGE = 100_000
PAGES = 9_000
"""More letters than two pages hold; a hundred thousand are printed in the tests of briefs and of blocks."""
DELEGATES = 60
_UNPRINTED = ("record", "gaps", "subject", "author", "foot", "alt")
NUMBERED = re.compile(r"\b[a-z]+_[0-9]+q")


def _lengthen(session: Session) -> None:
    """Names of three hundred letters; the records that papers are about have notes of several pages."""
    subjects = {*SUBJECTS.values(), *OTHERS.values()}
    for kind in entities():
        for record in session.query(kind).order_by(kind.id):
            pages = 2 if record.id in subjects else 0
            for name, most in free_texts(kind):
                length = min(most, PAGES if pages else 600)
                pages -= length == PAGES
                if getattr(record, name) or most >= PAGE:
                    setattr(record, name, _words(name.replace("_", ""), length))


def _words(stem: str, most: int) -> str:
    """A long word, then numbered ones, ``most`` letters in all."""
    if most < 60:
        return "Ş" * most
    numbered = (f"{stem}_{number}q" for number in range(most // (len(stem) + 3)))
    return " ".join(("Ağaçlandırmalarımızdakilerdenmişçesine", *numbered))[:most].rpartition(" ")[0]


def _crowd(session: Session) -> None:
    """Many more in each delegation of the visit, and as many more guests of the ceremony."""
    for delegation in session.query(Delegation).filter_by(visit_id=SUBJECTS["visit"]):
        people = [
            Person(given_name=f"Ad{number}", family_name=f"Soyad{delegation.side}{number}q")
            for number in range(DELEGATES)
        ]
        session.add_all(people)
        session.add_all(DelegationMember(delegation_id=delegation.id, person_id=one.id) for one in people)
        for ceremony in session.query(Ceremony):
            session.add_all(
                Guest(ceremony_id=ceremony.id, person_id=one.id) for one in people[: DELEGATES // 2]
            )


@pytest.fixture(scope="module")
def long(sample_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeFile]:
    """The sample office with long texts."""
    with only_read(sample_path, tmp_path_factory.mktemp("long") / "long.dipdesk", _lengthen) as office:
        yield office


@pytest.fixture(scope="module")
def crowd(sample_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeFile]:
    """The sample office with a crowd."""
    with only_read(sample_path, tmp_path_factory.mktemp("crowd") / "crowd.dipdesk", _crowd) as office:
        yield office


def said(value: object) -> Iterator[str]:
    """All texts that a paper is made of, but for those that stand for what is not seen."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from said(one)
    elif is_dataclass(value) and not isinstance(value, Picture):
        for part in parts_of(value):
            if part.name not in _UNPRINTED:
                yield from said(getattr(value, part.name))


def is_whole(document: Document) -> None:
    """Look at every page of its PDF: no heading stands alone and no numbered word is lost."""
    content, report = written(document)
    pages = page_texts(content)
    assert report.pages == len(pages)
    assert lone_headings(content) == []
    shown = "".join("".join(page.split()) for page in pages)
    wanted = {word for words in said(document) for word in NUMBERED.findall(words)}
    assert [word for word in sorted(wanted) if word not in shown] == []


def test_a_hundred_thousand_letters_are_printed_whole() -> None:
    is_whole(Document("x", (Paragraph(_words("note", PAGE)),)))


@pytest.mark.parametrize("case", CASES, ids=".".join)
def test_long_texts_are_printed_whole(long: OfficeFile, case: tuple[str, str]) -> None:
    is_whole(made(long, *case, ("tr",)))


@pytest.mark.parametrize("case", [case for case in CASES if case[1] in ("visit", "ceremony")], ids=".".join)
def test_a_crowd_of_delegates_is_printed(crowd: OfficeFile, case: tuple[str, str]) -> None:
    is_whole(made(crowd, *case, ("en",)))
