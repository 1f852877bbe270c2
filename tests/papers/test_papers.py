"""Every paper of the registry: hostile texts, nothing on file, very much, nothing personal in public."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import NAMESPACE_OID, uuid5

import pytest
from sqlalchemy.orm import Session

from dipdesk.model import (
    Agreement,
    Ceremony,
    Contact,
    Country,
    Gift,
    Membership,
    Partner,
    Payment,
    Person,
    Record,
    Relation,
    Speech,
    Visit,
)
from dipdesk.model.kinds import Money
from dipdesk.papers import making, pdf
from dipdesk.papers.blocks import Block, Document, Heading, every
from dipdesk.progress import Progress
from dipdesk.rules.timing import PartialDate
from dipdesk.store.office_file import OfficeFile
from tests.papers.briefs import LANGUAGES as COMBINATIONS
from tests.papers.briefs import MADE_AT
from tests.papers.offices import only_read
from tests.papers.samples import CASES, PAPERS

LONG = ("Şçğıüö Ağ İIıi " * 40)[:299] + "x"
MANY = 120
FIRST = "0" * 32
"""The id of the partner that has it all."""
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
    "speech": Speech,
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


def headings_alone(blocks: tuple[Block, ...]) -> list[str]:
    """The headings under which nothing stands."""
    found = list(every(blocks))
    return [
        str(one.text)
        for one, following in zip(found, [*found[1:], None], strict=True)
        if isinstance(one, Heading)
        and (following is None or (isinstance(following, Heading) and following.level <= one.level))
    ]


def blank(case: tuple[str, str]) -> Record:
    """A record with nothing in it but what a paper asks of it; its id tells the case."""
    one = EMPTY[case[1]](**FITTING.get(case, {}))
    one.id = str(uuid5(NAMESPACE_OID, ".".join(case)))
    return one


@pytest.fixture(scope="module")
def unwritten(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeFile]:
    """An office of which nothing is known."""
    with only_read(empty_file, tmp_path_factory.mktemp("unwritten") / "none.dipdesk") as office:
        yield office


@pytest.fixture(scope="module")
def blanks(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeFile]:
    """An office with a blank record for each paper."""

    def add(session: Session) -> None:
        session.add_all(blank(case) for case in CASES if case[1])

    with only_read(empty_file, tmp_path_factory.mktemp("blanks") / "blanks.dipdesk", add) as office:
        yield office


@pytest.mark.parametrize("case", CASES, ids=".".join)
def test_nothing_on_file_is_said(
    unwritten: OfficeFile, blanks: OfficeFile, case: tuple[str, str], tmp_path: Path
) -> None:
    row_id = blank(case).id if case[1] else ""
    for languages in COMBINATIONS:
        document = built(blanks if row_id else unwritten, case, row_id, *languages)
        assert not headings_alone(document.blocks)
        assert pdf.write(document, tmp_path / "empty.pdf", Progress()).pages <= 4
    making.write_document(document, "docx", tmp_path / "empty.docx")


def _crowd(session: Session) -> None:
    """Many partners with a relation, an agreement and a membership each; the first has it all."""
    countries = session.query(Country).limit(50).all()
    partners = [
        Partner(name_tr=f"{number} {LONG}"[:300], country_id=countries[number % 50].id, kind="city")
        for number in range(MANY)
    ]
    partners[0].id = FIRST
    session.add_all(partners)
    for number, partner in enumerate(partners):
        day = PartialDate(1990 + number % 30, 1 + number % 12, 1 + number % 28)
        rest = {"partner_id": partner.id, "council_date": day, "council_number": LONG[:60]}
        session.add(Relation(partner_id=partner.id, state="active", since=day))
        session.add(Agreement(signed_on=day, ministry_date=day, state="in_force", **rest))
        membership = Membership(since=day, **rest)
        session.add(membership)
        session.add(Contact(headline=LONG, day=date(2020, 1, 1), partner_id=FIRST))
        session.add(Visit(title_tr=LONG, starts=date(2020, 1, 1), partner_id=FIRST))
        if number:
            session.add(Payment(membership_id=membership.id, year=2000, amount=Money(1, "EUR")))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def crowded(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeFile]:
    """An office with a crowd of partners."""
    with only_read(empty_file, tmp_path_factory.mktemp("crowded") / "crowd.dipdesk", _crowd) as office:
        yield office


@pytest.mark.parametrize("case", [("register", ""), ("published_list", ""), ("relation_file", "partner")])
def test_a_crowd_is_printed(crowded: OfficeFile, case: tuple[str, str], tmp_path: Path) -> None:
    document = built(crowded, case, FIRST if case[1] else "")
    report = pdf.write(document, tmp_path / "many.pdf", Progress())
    assert report.pages > MANY // 12
