"""Contradictions are kept and remarked upon, in a sentence at the field."""

from dipdesk.model import Office, ProgrammeItem, TalkingPoint, Visit
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile


def test_days_and_hours_that_contradict_each_other(office: OfficeFile) -> None:
    with office.change("Visit") as session:
        visit = Visit(title_tr="Ziyaret")
        visit.starts, visit.ends = Moment.parse("10.03.2027 09:00").local.date(), None
        item = ProgrammeItem(visit_id=visit.id, title_tr="Tören", starts=Moment.parse("10.03.2027 09:30"))
        session.add_all([visit, item])
    with office.read() as session:
        assert session.get_one(Visit, visit.id).remarks() == {}
        assert session.get_one(ProgrammeItem, item.id).remarks() == {}
    with office.change("Contradictions") as session:
        session.get_one(Visit, visit.id).ends = Moment.parse("09.03.2027 09:00").local.date()
        session.get_one(ProgrammeItem, item.id).ends = Moment.parse("10.03.2027 08:45")
    with office.read() as session:
        assert session.get_one(Visit, visit.id).remarks() == {"ends": "The last day comes before the first."}
        remarks = session.get_one(ProgrammeItem, item.id).remarks()
    assert remarks == {"ends": "It ends before it starts.", "starts": "This day is not a day of the visit."}


def test_a_province_that_is_none_is_remarked_upon_not_refused() -> None:
    assert Office(province="Municipality of Çınarlı").remarks().keys() == {"province"}
    assert Office(province="izmir").remarks() == Office(province="").remarks() == Office().remarks() == {}


def test_a_talking_point_is_called_by_its_first_line() -> None:
    assert TalkingPoint(text_tr="Tramvay\nYeni hat için destek").title() == "Tramvay"
