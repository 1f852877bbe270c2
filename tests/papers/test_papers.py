"""Every paper of the registry: hostile texts, nothing on file, very much, nothing personal in public."""

import shutil
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dipdesk.i18n import LANGUAGES
from dipdesk.model import (
    Agreement,
    Ceremony,
    Contact,
    Country,
    Field,
    Gift,
    Membership,
    Partner,
    Payment,
    Person,
    Privacy,
    Record,
    Relation,
    Visit,
    entities,
    fields,
)
from dipdesk.model.kinds import Email, Money, Phone, Text
from dipdesk.papers import making, pdf, text
from dipdesk.papers.blocks import Block, Document, Heading, every
from dipdesk.progress import Progress
from dipdesk.rules.timing import PartialDate
from dipdesk.store import opening
from dipdesk.store.office_file import OfficeFile
from tests.papers.briefs import LANGUAGES as COMBINATIONS
from tests.papers.briefs import MADE_AT, stored
from tests.papers.samples import CASES, PAPERS, made
from tests.papers.test_hostile import LITERAL, watched

CANARY = "Kanarya"
LONG = ("Şçğıüö Ağ İIıi " * 40)[:299] + "x"
MANY = 500
KEYS = ("code", "step", "after_step", "zone")
"""Fields of text that are keys."""
OWN = ("site-packages/docx/", "third_party/fonts/")
"""What writers may open: their own templates and fonts."""
EMPTY: dict[str, type[Record]] = {
    "visit": Visit,
    "partner": Partner,
    "relation": Relation,
    "agreement": Agreement,
    "membership": Membership,
    "ceremony": Ceremony,
    "person": Person,
    "contact": Contact,
    "gift": Gift,
}


FITTING: dict[tuple[str, str], dict[str, str]] = {
    ("audit_sheet", "visit"): {"kind": "outbound"},
    ("signing_readiness", "ceremony"): {"kind": "signing"},
    ("travel_statement", "visit"): {"kind": "outbound"},
}
"""What papers ask of a record that they can be about."""


def built(office: OfficeFile, case: tuple[str, str], row_id: str, *languages: str) -> Document:
    paper = PAPERS[case[0]]
    return making.build(office, paper, row_id, paper.options(), languages or ("tr",), MADE_AT)


def texts_of(kind: type[Record]) -> list[Field]:
    """The fields of an entity that hold free text."""
    return [one for one in fields(kind) if type(one.kind) is Text]


@pytest.fixture(scope="module")
def hostile_path(sample_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office with a text that tries to be more in every field of text."""
    path = tmp_path_factory.mktemp("hostile") / "hostile.dipdesk"
    with opening.open_file(Path(shutil.copy(sample_path, path))) as office, office.change("x") as session:
        for kind in entities():
            for number, record in enumerate(session.query(kind)):
                for place, one in enumerate(texts_of(kind)):
                    if getattr(record, one.name) and one.name not in KEYS:
                        words = LITERAL[(number + place) % len(LITERAL)]
                        setattr(record, one.name, words[: one.kind.most])
    return path


@pytest.fixture
def hostile_office(hostile_path: Path, tmp_path: Path) -> Iterator[OfficeFile]:
    with opening.open_file(Path(shutil.copy(hostile_path, tmp_path / "hostile.dipdesk"))) as office:
        yield office


@pytest.mark.parametrize("case", CASES, ids=".".join)
def test_texts_stay_texts(hostile_office: OfficeFile, case: tuple[str, str], tmp_path: Path) -> None:
    document = made(hostile_office, *case, ("tr", "en"))
    for kind in PAPERS[case[0]].formats:
        making.write_document(document, kind, tmp_path / f"warm.{kind}")
    with watched() as seen:
        for kind in PAPERS[case[0]].formats:
            making.write_document(document, kind, tmp_path / f"paper.{kind}")
    opened = [one for one in seen if not one.startswith("os.") and not any(own in one for own in OWN)]
    assert not [one for one in opened if str(tmp_path) not in one]
    said = text.write(document)
    assert any(words[:8] in said for words in LITERAL)


def headings_alone(blocks: tuple[Block, ...]) -> list[str]:
    """The headings under which nothing stands."""
    found = list(every(blocks))
    return [
        str(one.text)
        for one, following in zip(found, [*found[1:], None], strict=True)
        if isinstance(one, Heading)
        and (following is None or (isinstance(following, Heading) and following.level <= one.level))
    ]


@pytest.mark.parametrize("languages", COMBINATIONS, ids="-".join)
@pytest.mark.parametrize("case", CASES, ids=".".join)
def test_nothing_on_file_is_said(
    office: OfficeFile, case: tuple[str, str], languages: tuple[str, ...], tmp_path: Path
) -> None:
    row_id = ""
    if case[1]:
        record = EMPTY[case[1]](**FITTING.get(case, {}))
        stored(office, record)
        row_id = record.id
    document = built(office, case, row_id, *languages)
    assert pdf.write(document, tmp_path / "empty.pdf", Progress()).pages <= 4
    assert not headings_alone(document.blocks)
    making.write_document(document, "docx", tmp_path / "empty.docx")


@pytest.mark.parametrize("case", CASES, ids=".".join)
def test_a_public_version_holds_nothing_personal(sample_office: OfficeFile, case: tuple[str, str]) -> None:
    with sample_office.change("canaries") as session:
        for kind in entities():
            private = [one for one in fields(kind) if one.privacy is not Privacy.OPEN]
            for record in session.query(kind):
                for one in private:
                    if isinstance(one.kind, Phone):
                        setattr(record, one.name, "+90 909 090 90 90")
                    elif isinstance(one.kind, Email):
                        setattr(record, one.name, f"{CANARY}@kafes.example")
                    elif type(one.kind) is Text:
                        setattr(record, one.name, CANARY)
    for code in LANGUAGES:
        said = text.write(made(sample_office, *case, (code,), public=True))
        assert CANARY not in said
        assert "909 090" not in said


@pytest.fixture
def crowded(office: OfficeFile) -> str:
    """Five hundred partners with a relation, an agreement and a membership each; the first has it all."""
    with office.change("a crowd") as session:
        countries = session.query(Country).limit(50).all()
        partners = [
            Partner(name_tr=f"{number} {LONG}"[:300], country_id=countries[number % 50].id, kind="city")
            for number in range(MANY)
        ]
        session.add_all(partners)
        for number, partner in enumerate(partners):
            day = PartialDate(1990 + number % 30, 1 + number % 12, 1 + number % 28)
            rest = {"partner_id": partner.id, "council_date": day, "council_number": LONG[:60]}
            session.add(Relation(partner_id=partner.id, state="active", since=day))
            session.add(Agreement(signed_on=day, ministry_date=day, state="in_force", **rest))
            membership = Membership(since=day, **rest)
            session.add(membership)
            first = partners[0].id
            session.add(Contact(headline=LONG, day=date(2020, 1, 1), partner_id=first))
            session.add(Visit(title_tr=LONG, starts=date(2020, 1, 1), partner_id=first))
            if number:
                session.add(Payment(membership_id=membership.id, year=2000, amount=Money(1, "EUR")))  # type: ignore[arg-type]
        return partners[0].id


@pytest.mark.parametrize("case", [("register", ""), ("published_list", ""), ("relation_file", "partner")])
def test_five_hundred_are_printed_in_seconds(
    office: OfficeFile, crowded: str, case: tuple[str, str], tmp_path: Path
) -> None:
    start = time.process_time()
    document = built(office, case, crowded if case[1] else "")
    building = time.process_time() - start
    report = pdf.write(document, tmp_path / "many.pdf", Progress())
    assert report.pages > 40
    assert building < 5
    assert time.process_time() - start < 40
