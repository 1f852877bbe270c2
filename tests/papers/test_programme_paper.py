"""The programme of a visit on paper: for the office and the public, side by side, a page a day, huge."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from dipdesk.exchange import sample
from dipdesk.model import Ceremony, Person, ProgrammeItem
from dipdesk.papers import making, pdf, text
from dipdesk.papers.blocks import Document, PageBreak, Table, Timeline, every
from dipdesk.papers.programme_agenda import ProgrammeOptions
from dipdesk.papers.registry import paper
from dipdesk.progress import Progress
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile
from tests.papers.briefs import MADE_AT, brief, stored
from tests.papers.samples import made

LANGUAGES = (("tr",), ("en",), ("tr", "en"))


def built(office: OfficeFile, visit: str, *languages: str, **chosen: object) -> Document:
    options = ProgrammeOptions(**chosen)  # type: ignore[arg-type]
    return making.build(office, paper("programme"), visit, options, languages or ("en",), MADE_AT)


def item(visit: str, hour: int, title: str, **more: object) -> ProgrammeItem:
    start = datetime(2027, 5, 12, hour)  # noqa: DTZ001 - what the clock on the wall shows
    values: dict[str, object] = {"title_tr": title, "title_en": title, "ends": None, **more}
    return ProgrammeItem(visit_id=visit, starts=Moment(start), **values)


@pytest.fixture
def planned(office: OfficeFile, visit: str) -> str:
    officer = Person(given_name="Hasan", family_name="Emsal", phone="+90 000 000 00 01")
    tree = item(
        visit,
        10,
        "Tree",
        responsible_id=officer.id,
        phone="+90 000 000 00 02",
        place_tr="Park",
        place_en="The park",
        dress_en="Casual",
        dress_tr="Rahat",
        plan_b_en="In the greenhouse",
        plan_b_tr="Serada",
        crew_note_en="Two spades",
        takes_part="heads",
    )
    stored(office, officer, tree, item(visit, 8, "Setting up", audience="crew"))
    return visit


def test_the_office_reads_everything(office: OfficeFile, planned: str) -> None:
    said = text.write(built(office, planned))
    for words in (
        "10:00  Tree",
        "The park",
        "Hasan Emsal · +90 000 000 00 02",
        "Dress: Casual",
        "Plan B: In the greenhouse",
        "Two spades",
        "The heads of the delegations",
        "Setting up",
    ):
        assert words in said
    assert "Plan B" not in text.write(built(office, planned, plan_b=False))


def test_the_public_reads_what_is_for_it(office: OfficeFile, planned: str) -> None:
    for layout in ("timeline", "beside"):
        said = text.write(built(office, planned, public=True, layout=layout))
        assert "Tree" in said
        assert "Casual" in said
        for words in ("Emsal", "+90", "greenhouse", "spades", "Setting up", "Responsible"):
            assert words not in said


@pytest.mark.parametrize("languages", LANGUAGES)
def test_both_languages_stand_side_by_side(
    office: OfficeFile, planned: str, languages: tuple[str, ...]
) -> None:
    shown = built(office, planned, *languages, layout="beside")
    (table,) = (one for one in every(shown.blocks) if isinstance(one, Table))
    assert [str(one.head) for one in table.columns[1:3]] == ["Türkçe", "English"]
    assert str(table.rows[1].cells[1]).startswith("Tree\nPark\n")
    assert str(table.rows[1].cells[2]).startswith("Tree\nThe park\n")
    assert not any(isinstance(one, Timeline) for one in every(shown.blocks))


def test_a_page_a_day(read_office: OfficeFile) -> None:
    def breaks(**chosen: object) -> int:
        shown = made(read_office, "programme", "visit", ("tr",), **chosen)
        return sum(isinstance(one, PageBreak) for one in every(shown.blocks))

    assert (breaks(), breaks(day_pages=True)) == (0, 2)


def test_sun_and_prayers_only_when_asked_for(read_office: OfficeFile) -> None:
    usual = text.write(made(read_office, "programme", "visit", ("en",)))
    asked = text.write(made(read_office, "programme", "visit", ("en",), sun=True, prayers=True))
    assert "Sunset" not in usual
    assert "Sunset 20:" in asked
    assert "Diyanet" in asked


def test_nothing_planned_and_very_much(office: OfficeFile, visit: str, tmp_path: Path) -> None:
    assert "Nothing has been planned yet." in text.write(built(office, visit))
    start = datetime(2027, 5, 12, 8)  # noqa: DTZ001
    long = "Büyükşehir Belediyesi ile görüşme " * 8
    stored(
        office,
        *(
            ProgrammeItem(
                visit_id=visit,
                starts=Moment(start + timedelta(minutes=15 * number)),
                ends=Moment(start + timedelta(minutes=15 * number + 10)),
                title_tr=f"{number}. {long}",
                title_en=f"{number}. {long}",
                place_tr=long,
                plan_b_tr=long,
            )
            for number in range(300)
        ),
    )
    for layout in ("timeline", "beside"):
        shown = built(office, visit, "tr", "en", layout=layout, day_pages=True)
        assert "299. " in text.write(shown)
        pdf.write(shown, tmp_path / "many.pdf", Progress())
        assert (tmp_path / "many.pdf").read_bytes().startswith(b"%PDF")


def test_the_sample_says_what_its_brief_says(read_office: OfficeFile) -> None:
    said = text.write(made(read_office, "programme", "visit", ("tr",)))
    with read_office.read() as session:
        titles = [one.title_tr for one in session.query(ProgrammeItem).filter_by(visit_id=sample.VISIT)]
    assert all(" ".join(title.split()[:2]) in said for title in titles)


@pytest.mark.parametrize("layout", ["timeline", "beside"])
def test_hours_of_another_zone_are_named_in_every_layout(office: OfficeFile, visit: str, layout: str) -> None:
    with office.change("a call") as session:
        call = item(visit, 15, "Call")
        call.starts = Moment(datetime(2027, 5, 12, 15), "Asia/Tokyo")  # noqa: DTZ001 - on the wall there
        session.add(call)
    assert "15:00 Japan Time is 09:00 Türkiye Time." in text.write(built(office, visit, layout=layout))


@pytest.fixture
def signing(office: OfficeFile, visit: str) -> Ceremony:
    """A ceremony of a visit with one item that does not stand for it."""
    made = Ceremony(
        visit_id=visit,
        kind="signing",
        starts=Moment.parse("2027-05-12 17:15"),
        title_tr="İmza töreni",
        title_en="The signing",
        place_tr="Salon",
        place_en="The hall",
        dress_en="Dark suit",
        rain_en="In the tent",
        note="Never show this",
    )
    officer = Person(given_name="Hasan", family_name="Emsal", phone="+90 000 000 00 01")
    made.officer_id = officer.id
    stored(office, officer, made, item(visit, 10, "Tree"))
    return made


@pytest.mark.parametrize("layout", ["timeline", "beside"])
def test_ceremonies_that_no_item_stands_for_are_told(
    office: OfficeFile, visit: str, signing: Ceremony, layout: str
) -> None:
    said = text.write(built(office, visit, layout=layout))
    words = ("17:15", "The signing", "The hall", "Signing ceremony", "Dark suit", "In the tent", "EMSAL")
    assert [one for one in words if one.lower() not in said.lower()] == []
    public = text.write(built(office, visit, layout=layout, public=True))
    assert all(one in public for one in ("The signing", "The hall", "Dark suit"))
    assert not any(one in public for one in ("Emsal", "+90", "tent", "Never show"))
    assert "The signing" in text.write(built(office, visit, layout=layout, only="moves"))


def test_a_ceremony_that_was_called_off_is_told_nowhere(
    office: OfficeFile, visit: str, signing: Ceremony
) -> None:
    with office.change("called off") as session:
        session.get_one(Ceremony, signing.id).state = "cancelled"
    assert "The signing" not in text.write(built(office, visit))
    assert "The signing" not in text.write(brief(office, visit=visit))


@pytest.mark.parametrize("name", ["brief", "programme", "programme_booklet", "visit_report"])
@pytest.mark.parametrize("public", [False, True], ids=["office", "public"])
def test_all_papers_tell_the_same_points(
    office: OfficeFile, visit: str, signing: Ceremony, name: str, public: bool
) -> None:
    stored(office, item(visit, 8, "Setting up", audience="crew"))
    one = paper(name)
    shown = making.build(office, one, visit, one.options(public=public), ("en",), MADE_AT)
    said = text.write(shown)
    assert "The signing" in said
    assert "Tree" in said
    assert ("Setting up" in said) is not (public or name == "programme_booklet")
