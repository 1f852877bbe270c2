"""The change sheet: what is different in papers handed out; for outsiders theirs only, and not why."""

import pytest
from sqlalchemy import select

from dipdesk.actions import story
from dipdesk.exchange import sample
from dipdesk.i18n import LANGUAGES
from dipdesk.model import DelegationMember, Exported, Person, ProgrammeItem, Visit
from dipdesk.papers import exported, making, text
from dipdesk.papers.registry import paper
from dipdesk.store.office_file import OfficeFile
from tests.papers.test_exported import CEREMONY, MADE_AT, _export


@pytest.fixture
def handed_out(sample_office: OfficeFile) -> OfficeFile:
    """A phone list for the driver and place cards of the office, both of them out of date."""
    _export(sample_office, "phone_list", sample.VISIT, receiver="driver")
    _export(sample_office, "place_cards", CEREMONY)
    with sample_office.change("Renamed") as session:
        person = session.get_one(Person, story.record_id("person", "musterfrau"))
        person.family_name, person.phone = "Yeniad", "+49 30 123"
    return sample_office


def said(office: OfficeFile, language: str, **chosen: object) -> str:
    known = paper("change_sheet")
    return text.write(making.build(office, known, "", known.options(**chosen), (language,), MADE_AT))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_office_learns_of_all_papers_and_why(handed_out: OfficeFile, language: str) -> None:
    sheet = said(handed_out, language)
    assert {"Phone list", "Place cards"} <= set(sheet.splitlines())
    assert "Musterfrau" in sheet
    assert sheet == said(handed_out, language, handed_to="Governorship")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_receiver_learns_of_his_own_papers_and_not_why(handed_out: OfficeFile, language: str) -> None:
    sheet = said(handed_out, language, receiver="driver")
    assert "Phone list" in sheet
    assert "Place cards" not in sheet
    assert "Musterfrau" not in sheet
    assert "Phone list" not in said(handed_out, language, receiver="hotel")


def test_a_sheet_that_was_exported_is_never_out_of_date(handed_out: OfficeFile) -> None:
    for _again in range(2):
        note = _export(handed_out, "change_sheet", "")
    with handed_out.change("Renamed again") as session:
        session.get_one(Person, story.record_id("person", "musterfrau")).family_name = "Başka"
    with handed_out.read() as session:
        assert not exported.check(session, session.get_one(Exported, note), paper).is_stale
    assert said(handed_out, "en").count("Change sheet") == 2, "its own title and heading"


def test_a_new_version_still_tells_what_it_changed_in_the_one_before(handed_out: OfficeFile) -> None:
    _export(handed_out, "phone_list", sample.VISIT, receiver="driver")
    sheet = said(handed_out, "en", receiver="driver")
    assert "Phone list" in sheet
    assert "changed" in sheet
    _export(handed_out, "phone_list", sample.VISIT, receiver="driver")
    assert "Phone list" not in said(handed_out, "en", receiver="driver")


def _why(office: OfficeFile, note: str) -> exported.Staleness:
    with office.read() as session:
        return exported.check(session, session.get_one(Exported, note), paper)


def test_what_a_paper_does_not_show_is_no_reason(sample_office: OfficeFile) -> None:
    note = _export(sample_office, "counterpart_matrix", sample.VISIT)
    with sample_office.change("Change") as session:
        visit = session.get_one(Visit, sample.VISIT)
        visit.outcome_en, visit.minutes_en = "All went well", "We met"
        session.get_one(Person, story.record_id("person", "musterfrau")).email = "k@example.org"
        session.get_one(DelegationMember, story.record_id("delegation_member", "g1")).role = "member"
        session.get_one(DelegationMember, story.record_id("delegation_member", "g2")).role = "head"
    found = _why(sample_office, note)
    assert [(one.entity, one.field) for one in found.causes] == [("delegation_member", "Role")] * 2


def test_reasons_left_out_are_counted(sample_office: OfficeFile) -> None:
    note = _export(sample_office, "programme", sample.VISIT)
    with sample_office.change("Change") as session:
        items = session.scalars(select(ProgrammeItem).where(ProgrammeItem.visit_id == sample.VISIT))
        for one in list(items)[:15]:
            one.title_en += " (new)"
    found = _why(sample_office, note)
    assert (len(found.causes), found.more) == (12, 3)
    assert "and 3 more" in said(sample_office, "en")
