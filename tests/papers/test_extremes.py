"""Every paper with texts as long as fields take, with two hundred delegates, and with the oddest letters.

The hostile inputs that concern papers, by their numbers in the list of forty of the design, and their tests:

====== =======================================================================================================
1-11   test_papers::test_texts_stay_texts (every paper, every format), test_hostile, test_docx
12-14  test_sheets::test_a_text_stays_a_text (every table that can be a spreadsheet)
15     test_papers::test_texts_stay_texts
19-24  here: test_odd_texts_and_pictures_harm_nothing (every paper); test_hostile for what is shown of them
23     here: test_long_texts_are_printed_whole (every paper); test_hostile for the time it takes
33     here: pictures that are none, half or too large (every paper); test_pictures for each of them
====== =======================================================================================================

The others are of the search, of fields, imports, packages and office files, and are tested there.
"""

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import fields as parts_of
from dataclasses import is_dataclass
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from sqlalchemy.orm import Session

from dipdesk.model import (
    Ceremony,
    Delegation,
    DelegationMember,
    Guest,
    Person,
    Record,
    entities,
    fields,
)
from dipdesk.model.kinds import File, Text
from dipdesk.papers import text
from dipdesk.papers.blocks import Document, Picture
from dipdesk.store import blobs, opening
from dipdesk.store.office_file import OfficeFile
from tests.papers.demo import photo
from tests.papers.reading import made as written
from tests.papers.reading import page_texts
from tests.papers.samples import CASES, OTHERS, SUBJECTS, made
from tests.papers.test_tags import parts_on

LINE, PAGE = 300, 100_000
DELEGATES = 200
CODED = ("code", "step", "after_step", "zone", "elements", "options", "parts", "reads", "query")
"""Fields of text that a program reads."""
ODD = (
    "Ad\u202efdp.exe",
    "a\u200bb \u2066c",
    "Ayşe\r\nATTENDEE:mailto:x@y",
    "A\x00B\x08\x1fC",
    "👩‍⚕️ 王毅 محمد بن سلمان Nguyễn",
    "a" + "\u0301" * 5_000,
    "Ş" * 20_000,
    " ",
    "\u00a0",
    "\n" * 50,
    "Аyşe",
    "北京市 東京都 서울특별시 თბილისი Երևան Αθήνα",
    "تعد مدينة طرابلس (Libya) من أقدم المدن 1997",
    "%s {0} {visit.title} \\x",
)
_UNPRINTED = ("record", "gaps", "subject", "author", "foot", "alt")
UNSHOWN = "■\x00\x08\x1f\u202e\u2066"
NUMBERED = re.compile(r"\b[a-z]+_[0-9]+q")


def free_texts(kind: type[Record]) -> list[tuple[str, int]]:
    """The fields of an entity in which people write what they like, with the most letters they take."""
    return [
        (one.name, one.kind.most)
        for one in fields(kind)
        if isinstance(one.kind, Text) and type(one.kind) is Text and one.name not in CODED
    ]


def changed(sample: Path, target: Path, change: Callable[[Session], None]) -> Path:
    """A copy of the sample office after ``change``."""
    with opening.open_file(Path(shutil.copy(sample, target))) as office, office.change("x") as session:
        change(session)
    return target


def _lengthen(session: Session) -> None:
    """Names of three hundred letters; the records that papers are about have notes of a hundred thousand."""
    subjects = {*SUBJECTS.values(), *OTHERS.values()}
    for kind in entities():
        for record in session.query(kind).order_by(kind.id):
            pages = 2 if record.id in subjects else 0
            for name, most in free_texts(kind):
                length = min(most, PAGE if pages else 600)
                pages -= length == PAGE
                if getattr(record, name) or most >= PAGE:
                    setattr(record, name, _words(name.replace("_", ""), length))


def _words(stem: str, most: int) -> str:
    """A long word, then numbered ones, ``most`` letters in all."""
    if most < 60:
        return "Ş" * most
    numbered = (f"{stem}_{number}q" for number in range(most // (len(stem) + 3)))
    return " ".join(("Ağaçlandırmalarımızdakilerdenmişçesine", *numbered))[:most].rpartition(" ")[0]


def _crowd(session: Session) -> None:
    """Two hundred more in each delegation of the visit, and as many more guests of the ceremony."""
    for delegation in session.query(Delegation).filter_by(visit_id=SUBJECTS["visit"]):
        people = [
            Person(given_name=f"Ad{number}", family_name=f"Soyad{delegation.side}{number}q")
            for number in range(DELEGATES)
        ]
        session.add_all(people)
        session.add_all(DelegationMember(delegation_id=delegation.id, person_id=one.id) for one in people)
        for ceremony in session.query(Ceremony):
            session.add_all(Guest(ceremony_id=ceremony.id, person_id=one.id) for one in people[:100])


def _make_odd(session: Session) -> None:
    """Odd texts in every field of text, and pictures that are none or not whole."""
    png = BytesIO()
    Image.new("1", (9_000, 9_000)).save(png, "PNG")
    bad = [
        b"",
        b"%PDF-1.7 PK\x03\x04",
        photo((9, 9, 9))[:900],
        png.getvalue(),
        b"<svg><script>1</script></svg>",
    ]
    found = [blobs.put(session.connection(), content, "image/jpeg") for content in bad]
    for kind in entities():
        for number, record in enumerate(session.query(kind)):
            for place, (name, most) in enumerate(free_texts(kind)):
                if getattr(record, name):
                    setattr(record, name, ODD[(number + place) % len(ODD)][:most])
            for one in fields(kind):
                if type(one.kind) is File:
                    setattr(record, one.name, found[number % len(found)])


@pytest.fixture(scope="module")
def offices(sample_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, OfficeFile]]:
    """The sample office with long texts, with a crowd, and with odd texts."""
    home = tmp_path_factory.mktemp("extremes")
    changes = {"long": _lengthen, "crowd": _crowd, "odd": _make_odd}
    opened = {
        name: opening.open_file(changed(sample_path, home / f"{name}.dipdesk", change))
        for name, change in changes.items()
    }
    yield opened
    for office in opened.values():
        office.close()


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


def lone_headings(content: bytes) -> list[int]:
    """The pages that end with a heading."""
    with pypdfium2.PdfDocument(content) as file:
        last = [[role for _level, role, _text in parts_on(page)[-1:]] for page in file]
    return [number for number, role in enumerate(last, 1) if role in (["H1"], ["H2"], ["H3"])]


def is_whole(document: Document) -> bytes:
    """Its PDF, after a look at every page: no heading stands alone and no numbered word is lost."""
    content, report = written(document)
    pages = page_texts(content)
    assert report.pages == len(pages)
    assert lone_headings(content) == []
    shown = "".join("".join(page.split()) for page in pages)
    wanted = {word for text in said(document) for word in NUMBERED.findall(text)}
    assert [word for word in sorted(wanted) if word not in shown] == []
    return content


@pytest.mark.parametrize("case", CASES, ids=".".join)
def test_long_texts_are_printed_whole(offices: dict[str, OfficeFile], case: tuple[str, str]) -> None:
    is_whole(made(offices["long"], *case, ("tr",)))


@pytest.mark.parametrize("case", [case for case in CASES if case[1] in ("visit", "ceremony")], ids=".".join)
def test_two_hundred_delegates_are_printed(offices: dict[str, OfficeFile], case: tuple[str, str]) -> None:
    is_whole(made(offices["crowd"], *case, ("en",)))


@pytest.mark.parametrize("case", CASES, ids=".".join)
def test_odd_texts_and_pictures_harm_nothing(offices: dict[str, OfficeFile], case: tuple[str, str]) -> None:
    document = made(offices["odd"], *case, ("tr",))
    content, _report = written(document)
    shown = "".join(page_texts(content))
    assert not any(sign in shown for sign in UNSHOWN)
    assert lone_headings(content) == []
    assert text.write(document)
