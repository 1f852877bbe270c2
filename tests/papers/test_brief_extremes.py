"""Briefs of visits with very much in them."""

from datetime import date
from pathlib import Path

import pytest

from dipdesk.i18n import LANGUAGES
from dipdesk.model import Country, Delegation, DelegationMember, Partner, Person, Post, ProgrammeItem, Visit
from dipdesk.papers import making, pdf
from dipdesk.papers.brief import BriefOptions
from dipdesk.progress import Cancelled, Progress
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile
from tests.papers.briefs import brief

LONG = ("Şçğıüö Ağ İIıi " * 40)[:299] + "x"
NOTE = ("Çok uzun bir not; şehrin tarihi, ekonomisi ve insanları hakkında.\n" * 2000)[:100_000]


@pytest.fixture
def crowded(office: OfficeFile) -> str:
    """A visit of sixty people with names of 300 letters and a note of 100,000."""
    with office.change("a crowd") as session:
        germany = session.query(Country).filter_by(code="DE").one()
        partner = Partner(name_tr=LONG, country_id=germany.id, note_tr=NOTE)
        visit = Visit(title_tr=LONG, partner_id=partner.id, aim_tr=LONG, place=LONG)
        visit.starts, visit.ends = date(2027, 5, 12), date(2027, 5, 14)
        delegation = Delegation(visit_id=visit.id, side="guest", partner_id=partner.id)
        session.add_all([partner, visit, delegation])
        for number in range(60):
            person = Person(
                given_name=f"Ad {number}", family_name=LONG if number % 3 else LONG.replace(" ", "")
            )
            post = Post(person_id=person.id, function="councillor", title_tr=LONG)
            member = DelegationMember(delegation_id=delegation.id, person_id=person.id)
            session.add_all([person, post, member])
        session.add(
            ProgrammeItem(
                visit_id=visit.id, starts=Moment.parse("2027-05-12 10:00"), title_tr=LONG, note_tr=NOTE
            )
        )
        return str(visit.id)


@pytest.mark.parametrize("languages", [("tr",), ("tr", "en")], ids="-".join)
def test_a_crowd_is_printed_whole(
    office: OfficeFile, crowded: str, languages: tuple[str, ...], tmp_path: Path
) -> None:
    document = brief(office, languages, crowded, BriefOptions(contents=True))
    report = pdf.write(document, tmp_path / "crowd.pdf", Progress())
    assert report.pages > 40
    assert not pdf.missing_glyphs(document)
    texts = making.write_document(document, "txt", tmp_path / "crowd.txt").read_text(encoding="utf-8")
    assert texts.count("Ad 59 ") >= 1
    assert len(texts) > 200_000


def test_an_empty_visit_is_printed(office: OfficeFile, tmp_path: Path) -> None:
    with office.change("a visit") as session:
        visit = Visit(title_tr="Boş")
        session.add(visit)
    for code in LANGUAGES:
        report = pdf.write(brief(office, (code,), visit.id), tmp_path / "empty.pdf", Progress())
        assert report.pages == 2


def test_cancelling_leaves_no_file(office: OfficeFile, crowded: str, tmp_path: Path) -> None:
    progress = Progress()
    progress.cancel()
    for kind in ("pdf", "txt"):
        with pytest.raises(Cancelled):
            making.write_document(brief(office, ("tr",), crowded), kind, tmp_path / f"out.{kind}", progress)
    assert not list(tmp_path.glob("out.*"))
