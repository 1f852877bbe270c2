"""The programme of a brief: days, clocks of other places, ceremonies."""

from dataclasses import replace

from dipdesk.model import Ceremony, ProgrammeItem
from dipdesk.papers import text
from dipdesk.papers.blocks import Timeline, every
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile
from tests.papers.briefs import NOTHING, brief, stored


def test_the_programme_shows_other_clocks(office: OfficeFile, visit: str) -> None:
    stored(
        office,
        ProgrammeItem(visit_id=visit, starts=Moment.parse("2027-05-12 10:00"), title_en="Talks"),
        ProgrammeItem(
            visit_id=visit,
            starts=Moment.parse("2027-05-14 16:10"),
            ends=Moment.parse("2027-05-14 18:55 Europe/Berlin"),
            title_en="Flight",
        ),
    )
    said = text.write(brief(office, visit=visit))
    assert "16:10–18:55  Flight" in said
    assert "18:55 Central European Time is 19:55 Türkiye Time." in said


def test_a_visit_abroad_goes_by_the_clocks_there(office: OfficeFile, visit: str) -> None:
    for hour in (9, 11):
        when = Moment.parse(f"2027-05-12 {hour}:00 Europe/Berlin")
        stored(office, ProgrammeItem(visit_id=visit, starts=when, title_en="Talks"))
    stored(office, ProgrammeItem(visit_id=visit, starts=Moment.parse("2027-05-12 06:00"), title_en="Flight"))
    said = text.write(brief(office, visit=visit))
    assert "All times: Central European Time." in said
    assert "06:00 Türkiye Time is 05:00 Central European Time." in said


def test_items_without_a_time_stand_last(office: OfficeFile, visit: str) -> None:
    stored(
        office,
        ProgrammeItem(visit_id=visit, starts=None, title_en="Some day"),
        ProgrammeItem(
            visit_id=visit,
            starts=Moment.parse("2027-05-12 22:00"),
            ends=Moment.parse("2027-05-13 01:00"),
            title_en="Night",
        ),
    )
    shown = brief(office, visit=visit, options=replace(NOTHING, programme=True))
    moments = [m for one in every(shown.blocks) if isinstance(one, Timeline) for m in one.moments]
    assert [(m.time, m.title) for m in moments] == [("22:00–01:00 (+1)", "Night"), ("–", "Some day")]


def test_a_ceremony_stands_in_the_programme_once(office: OfficeFile, visit: str) -> None:
    at_ten, at_noon = Moment.parse("2027-05-12 10:00"), Moment.parse("2027-05-12 12:00")
    stored(
        office,
        ProgrammeItem(visit_id=visit, starts=at_ten, title_en="Wreath"),
        Ceremony(visit_id=visit, kind="wreath", starts=at_ten, title_en="Wreath again"),
        Ceremony(visit_id=visit, kind="signing", starts=at_noon, title_en="Signing"),
    )
    shown = brief(office, visit=visit, options=replace(NOTHING, programme=True))
    moments = [m for one in every(shown.blocks) if isinstance(one, Timeline) for m in one.moments]
    assert [m.title for m in moments] == ["Wreath", "Signing"]
    assert moments[1].note == "Signing ceremony"
