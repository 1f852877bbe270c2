"""What a protocol brief says, and what it leaves out."""

from dataclasses import fields, replace
from datetime import date

import pytest

from dipdesk.errors import Known
from dipdesk.exchange import sample
from dipdesk.i18n import speaking
from dipdesk.model import (
    Commitment,
    Country,
    Delegation,
    DelegationMember,
    Duty,
    OwnSection,
    Partner,
    Person,
    Post,
    ProgrammeItem,
    Slot,
    TalkingPoint,
    Visit,
    new_id,
)
from dipdesk.papers import text
from dipdesk.papers.blocks import Cards, Document, Heading, Paragraph, Table, Timeline, both, every
from dipdesk.papers.brief import BriefOptions
from dipdesk.papers.brief.sections import SECTIONS
from dipdesk.rules.timing import Moment
from dipdesk.store.office_file import OfficeFile
from tests.papers.briefs import NOTHING, brief, stored


def headings(document: Document) -> list[str]:
    return ["".join(both(one.text)[:1]) for one in every(document.blocks) if isinstance(one, Heading)]


def partner_of(office: OfficeFile, visit: str) -> str:
    with office.read() as session:
        found = session.get(Visit, visit)
        assert found is not None
        return str(found.partner_id)


def test_every_section_has_its_switch() -> None:
    switches = {one.name for one in fields(BriefOptions)}
    assert {one.name for one in SECTIONS} <= switches


@pytest.mark.parametrize("section", [one.name for one in SECTIONS])
def test_a_section_can_stand_alone(sample_office: OfficeFile, section: str) -> None:
    with sample_office.change("what the sample lacks") as session:
        session.add(
            Duty(visit_id=sample.VISIT, person_id=session.query(Person.id).limit(1).scalar(), kind="security")
        )
        for place in ("before", "end"):
            session.add(OwnSection(visit_id=sample.VISIT, title_en=place, stands=place))
        session.add(Slot(visit_id=sample.VISIT, topic_en="Zero waste"))
    alone = brief(sample_office, options=replace(NOTHING, **{section: True}))
    assert len(headings(alone)) >= 1
    assert not headings(brief(sample_office, options=NOTHING))


def test_no_heading_stands_alone(office: OfficeFile, visit: str) -> None:
    blocks = list(brief(office, visit=visit).blocks)
    for one, after in zip(blocks, [*blocks[1:], None], strict=True):
        if isinstance(one, Heading):
            assert after is not None
            assert not (isinstance(after, Heading) and after.level <= one.level), one.text


def test_an_empty_visit_says_what_is_missing(office: OfficeFile) -> None:
    empty = Visit(title_tr="Boş")
    stored(office, empty)
    said = text.write(brief(office, visit=empty.id))
    for sentence in ("Nothing has been planned yet.", "Nobody has been named yet.", "Not fixed yet"):
        assert sentence in said
    assert "None" not in said


def test_a_visit_that_is_gone_is_said(office: OfficeFile) -> None:
    with pytest.raises(Known):
        brief(office, visit=new_id())


def test_a_text_of_another_language_never_stands_in(office: OfficeFile, visit: str) -> None:
    stored(
        office,
        ProgrammeItem(visit_id=visit, starts=Moment.parse("2027-05-12 10:00"), title_tr="Karşılama"),
        TalkingPoint(visit_id=visit, kind="own", text_tr="Bir söz"),
    )
    said = text.write(brief(office, visit=visit))
    assert "Karşılama" not in said
    assert "Bir söz" not in said
    assert said.count("[no English text]") == 2


def test_results_have_as_many_lines_in_both_languages(office: OfficeFile, visit: str) -> None:
    with office.change("results") as session:
        found = session.get(Visit, visit)
        assert found is not None
        found.results_tr, found.results_en = "bir\niki\nüç\ndört", "- one"
    said = text.write(brief(office, ("tr", "en"), visit))
    assert "1. bir · one" in said
    assert "3. üç · [no English text]" in said
    assert "dört" not in said


def test_both_languages_have_the_order_of_the_first(office: OfficeFile, visit: str) -> None:
    """Çelik stands before Dal in Turkish and, as Celik would, in English; Ilık and İnci change places."""
    delegation = Delegation(visit_id=visit, side="guest")
    people = [Person(family_name=name) for name in ("İnci", "Ilık", "Ihlamur", "Zor")]
    members = [DelegationMember(delegation_id=delegation.id, person_id=one.id) for one in people]
    stored(office, delegation, *people, *members)

    def line(languages: tuple[str, ...]) -> list[str]:
        shown = brief(office, languages, visit, replace(NOTHING, delegations=True))
        cards = next(one for one in shown.blocks if isinstance(one, Cards))
        return ["".join(both(card.name)[:1]) for card in cards.people]

    assert line(("tr", "en")) == line(("tr",))
    assert line(("en", "tr")) == line(("en",))


def test_a_public_version_keeps_private_things_out(read_office: OfficeFile) -> None:
    public = brief(read_office, options=BriefOptions(public=True, classification="confidential"))
    said = text.write(public)
    assert public.classification == "Public"
    assert "+90" not in said
    assert "+49 0" not in said
    assert "@" not in said
    for secret in (
        "tram referendum",
        "A lawyer",
        "Open commitments",
        "Address as",
        "trainees a year",
        "Flowers",
        "Hasan Emsal",
    ):
        assert secret not in said
    assert "Dr. Katharina MUSTERFRAU" in said
    assert "Wreath-laying" in said
    assert not {"Contacts", "Talking points"} & set(headings(public))
    assert "genclik-degisimi-taslak" not in said


def test_a_draft_says_so(read_office: OfficeFile) -> None:
    drafted = brief(read_office, options=BriefOptions(draft=True, version="7"))
    assert drafted.classification == "DRAFT · For office use"
    assert drafted.version == "7"


def test_what_is_owed_comes_first_and_late_is_late(office: OfficeFile, visit: str) -> None:
    partner = partner_of(office, visit)
    stored(
        office,
        Commitment(what_en="later", partner_id=partner, due=date(2027, 9, 1)),
        Commitment(what_en="late", partner_id=partner, due=date(2027, 5, 9)),
        Commitment(what_en="today", partner_id=partner, due=date(2027, 5, 10)),
        Commitment(what_en="kept", partner_id=partner, state="done"),
        Commitment(what_en="without a day", partner_id=partner),
    )
    shown = brief(office, visit=visit, options=replace(NOTHING, relation=True))
    table = next(one for one in shown.blocks if isinstance(one, Table))
    assert [row.cells[0] for row in table.rows] == ["late", "today", "later", "without a day"]
    assert [row.cells[2] for row in table.rows][:2] == ["9 May 2027 – late", "10 May 2027"]
    assert headings(shown)[:2] == ["History of the relation", "Open commitments"]


def test_holidays_around_the_visit_are_told(office: OfficeFile, visit: str) -> None:
    only = replace(NOTHING, background=True)
    said = text.write(brief(office, visit=visit, options=only))
    assert "No public holiday falls on the days of the visit." in said
    assert "16–19 May 2027 | Türkiye | Eid al-Adha | after it" in said
    with office.change("later") as session:
        found = session.get(Visit, visit)
        assert found is not None
        found.starts, found.ends = date(2027, 5, 17), date(2027, 5, 17)
    said = text.write(brief(office, ("tr",), visit, only))
    assert "16–19 Mayıs 2027 | Türkiye | Kurban Bayramı" in said


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        (date(9999, 12, 31), date(9999, 12, 31)),
        (date(1000, 1, 1), None),
        (None, date(2027, 5, 17)),
        (date(2027, 5, 19), date(2027, 5, 17)),
    ],
)
def test_strange_days_do_no_harm(
    office: OfficeFile, visit: str, starts: date | None, ends: date | None
) -> None:
    with office.change("days") as session:
        found = session.get(Visit, visit)
        assert found is not None
        found.starts, found.ends = starts, ends
    assert "Public holidays" in headings(brief(office, ("en", "tr"), visit))


def test_a_country_without_known_holidays_is_said(office: OfficeFile, visit: str) -> None:
    with office.change("country") as session:
        northern = session.query(Country).filter_by(code="XN").one()
        found = session.get(Partner, partner_of(office, visit))
        assert found is not None
        found.country_id = northern.id
    said = text.write(brief(office, visit=visit))
    assert "The public holidays of Northern Cyprus are not known here." in said


def test_cards_say_how_to_address(read_office: OfficeFile) -> None:
    said = text.write(brief(read_office, ("tr",)))
    assert "1. Dr. Katharina MUSTERFRAU" in said
    assert "Sayın Başkan" in said
    assert "Sayın Başkanım" in said


def test_blocks_know_their_records(read_office: OfficeFile) -> None:
    shown = brief(read_office)
    with read_office.read() as session:
        people = {f"person/{one.id}" for one in session.query(Person)}
    cards = [card for one in shown.blocks if isinstance(one, Cards) for card in one.people]
    assert len(cards) == 30
    assert {card.record for card in cards} <= people
    moments = [m for one in every(shown.blocks) if isinstance(one, Timeline) for m in one.moments]
    assert len(moments) >= 20
    assert all(one.record.startswith(("programme_item/", "ceremony/")) for one in moments)


def test_acting_holders_are_shown_as_acting(office: OfficeFile, visit: str) -> None:
    delegation = Delegation(visit_id=visit, side="host")
    person = Person(family_name="Vekil")
    stored(
        office,
        delegation,
        person,
        Post(person_id=person.id, function="director", acting=True),
        DelegationMember(delegation_id=delegation.id, person_id=person.id),
    )
    assert "Director (acting)" in text.write(brief(office, visit=visit))


def test_every_section_of_the_sample_has_something_to_show(read_office: OfficeFile) -> None:
    for languages in (("tr",), ("en",)):
        document = brief(read_office, languages)
        muted = [
            one
            for one in every(document.blocks)
            if isinstance(one, Paragraph) and str(one.text).endswith("yet.")
        ]
        assert not muted
        assert len([one for one in document.blocks if isinstance(one, Heading) and one.level == 1]) >= 6
        with speaking(languages[0]):
            assert "[no English text]" not in text.write(document)
            assert "[Türkçesi yok]" not in text.write(document)


@pytest.mark.parametrize("key", ["nimuseti_2027", "beispielburg_2025", "exempleville_2026", "network_2028"])
def test_the_other_visits_of_the_sample_have_briefs_too(read_office: OfficeFile, key: str) -> None:
    visit = sample.story.record_id("visit", key)
    assert "None" not in text.write(brief(read_office, ("tr", "en"), visit))
