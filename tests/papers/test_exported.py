"""Exported papers: which would be different after which change, in which parts, and why."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.actions import story
from dipdesk.exchange import sample
from dipdesk.i18n import speaking
from dipdesk.model import (
    Commitment,
    DelegationMember,
    Exported,
    Guest,
    Office,
    Partner,
    Person,
    ProgrammeItem,
    TalkingPoint,
    Visit,
)
from dipdesk.papers import exported, making, watching
from dipdesk.papers.blocks import Cuts, every
from dipdesk.papers.exported import Order, Staleness
from dipdesk.papers.registry import paper
from dipdesk.rules.timing import Moment
from dipdesk.store import blobs, removal
from dipdesk.store.office_file import OfficeFile
from tests.papers.demo import photo
from tests.papers.offices import opened

CEREMONY = story.record_id("ceremony", "2")
MADE_AT = datetime.now(ZoneInfo("Europe/Istanbul"))


def _id(name: str, key: str) -> str:
    return story.record_id(name, key)


def _export(
    office: OfficeFile, name: str, subject: str, languages: tuple[str, ...] = ("en",), **options: Any
) -> str:
    known = paper(name)
    order = Order(known, subject, known.options(**options), languages, "pdf")
    made = exported.make(office, order)
    file = Path(f"/somewhere/{name}-{options.get('receiver')}-{','.join(languages)}.pdf")
    return exported.remember(office, made, file, "Governorship")


def _exported(office: OfficeFile) -> dict[str, str]:
    """The brief, the cards and the list of the sample visit, exported; their notes by paper."""
    return {
        "brief": _export(office, "brief", sample.VISIT),
        "place_cards": _export(office, "place_cards", CEREMONY),
        "precedence_list": _export(office, "precedence_list", CEREMONY),
        "figures": _export(office, "figures", ""),
    }


@pytest.fixture
def papers(sample_office: OfficeFile) -> dict[str, str]:
    """The notes of exported papers, by paper."""
    return _exported(sample_office)


def _checked(office: OfficeFile, papers: dict[str, str]) -> dict[str, Staleness]:
    with office.read() as session:
        found = {
            name: exported.check(session, session.get_one(Exported, row_id), paper)
            for name, row_id in papers.items()
        }
    return {name: one for name, one in found.items() if one.is_stale}


def _new_head(session: Session) -> None:
    session.get_one(DelegationMember, _id("delegation_member", "g1")).role = "member"
    session.get_one(DelegationMember, _id("delegation_member", "g2")).role = "head"


def _stays_away(session: Session) -> None:
    session.get_one(Guest, _id("guest", "mostra")).state = "absent"


def _moved(session: Session) -> None:
    item = session.get_one(ProgrammeItem, _id("programme_item", "03"))
    assert item.starts is not None
    item.starts = Moment(item.starts.local + timedelta(minutes=10), item.starts.zone)


def _renamed(session: Session) -> None:
    session.get_one(Person, _id("person", "vorlage")).family_name = "Vorlage-Muster"


def _grown(session: Session) -> None:
    session.get_one(Partner, _id("partner", "beispielburg")).population = 91_234


def _point(session: Session) -> None:
    session.add(TalkingPoint(visit_id=sample.VISIT, kind="own", text_tr="Yeni", text_en="A new point"))


def _promise(session: Session) -> None:
    partner = _id("partner", "beispielburg")
    session.add(Commitment(what_tr="Kitap", what_en="A book", partner_id=partner, visit_id=sample.VISIT))


def _gone(session: Session) -> None:
    removal.remove(session, session.get_one(DelegationMember, _id("delegation_member", "g11")))


def _phone(session: Session) -> None:
    session.get_one(ProgrammeItem, _id("programme_item", "01")).phone = "+90 000 000 77 77"


def _office(session: Session) -> None:
    session.scalars(select(Office)).one().name_en = "Municipality of Sampletown"


def _colour(session: Session) -> None:
    session.scalars(select(Office)).one().colour = "#8B1E3F"


def _logo(session: Session) -> None:
    logo = blobs.put(session.connection(), photo((200, 40, 40), (36, 46)), "image/jpeg")
    session.scalars(select(Office)).one().logo = logo


def _elsewhere(session: Session) -> None:
    session.get_one(Visit, _id("visit", "nimuseti_2027")).dress_en = "Raincoats"


@pytest.fixture(scope="module")
def handed_out(
    sample_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[OfficeFile, dict[str, str]]]:
    """The sample office with papers that were exported; whoever changes it undoes that."""
    target = tmp_path_factory.mktemp("handed") / "out.dipdesk"
    with speaking("en"), opened(sample_path, target) as office:
        notes = _exported(office)
        assert _checked(office, notes) == {}
        yield office, notes


@pytest.mark.parametrize(
    ("change", "stale", "part", "why"),
    [
        (_new_head, {"brief"}, "Delegations", "Head of delegation"),
        (_stays_away, {"brief", "place_cards", "precedence_list"}, "MOSTRA", "Absent"),
        (_moved, {"brief"}, "Programme", "Starts"),
        (_renamed, {"brief", "place_cards", "precedence_list"}, "VORLAGE-MUSTER", "Vorlage-Muster"),
        (_grown, {"brief", "figures"}, "", "91,234"),
        (_point, {"brief"}, "Talking points", "A new point"),
        (_promise, {"brief", "figures"}, "", "A book"),
        (_gone, {"brief"}, "Delegations", "removed"),
        (_phone, {"brief"}, "Programme", "77 77"),
        (_office, {"brief", "place_cards", "precedence_list", "figures"}, "", "Sampletown"),
        (_colour, {"brief", "place_cards", "precedence_list", "figures"}, "Colours", "#8B1E3F"),
        (_logo, {"brief"}, "First page", "Logo"),
        (_elsewhere, set(), "", ""),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_a_change_makes_just_those_papers_stale_that_show_it(
    handed_out: tuple[OfficeFile, dict[str, str]],
    change: Callable[[Session], None],
    stale: set[str],
    part: str,
    why: str,
) -> None:
    office, papers = handed_out
    with office.change("Change") as session:
        change(session)
    found = _checked(office, papers)
    office.undo()
    if change in (_grown, _promise, _office):  # figures and cards show them or not, as they like
        assert "brief" in found
    else:
        assert set(found) == stale
    titles = [difference.title for one in found.values() for difference in one.differences]
    assert any(part.casefold() in title.casefold() for title in titles) or not part
    assert all(any(why in cause.sentence() for cause in one.causes) for one in found.values())


def test_texts_in_another_language_are_no_reason(handed_out: tuple[OfficeFile, dict[str, str]]) -> None:
    office, papers = handed_out
    with office.change("Change") as session:
        visit = session.get_one(Visit, sample.VISIT)
        visit.aim_tr, visit.aim_en = "Başka bir amaç", "Another aim"
    found = _checked(office, papers)["brief"]
    office.undo()
    assert [cause.after for cause in found.causes] == ["Another aim"]


def test_what_is_changed_back_makes_nothing_stale(sample_office: OfficeFile, papers: dict[str, str]) -> None:
    with sample_office.change("There") as session:
        _moved(session)
    assert set(_checked(sample_office, papers)) == {"brief"}
    sample_office.undo()
    assert _checked(sample_office, papers) == {}


def test_an_export_is_no_step_to_be_taken_back(sample_office: OfficeFile) -> None:
    with sample_office.change("A step") as session:
        _point(session)
    _export(sample_office, "brief", sample.VISIT)
    assert sample_office.undo_label == "A step"


def test_a_newer_export_takes_the_place_of_the_older(sample_office: OfficeFile) -> None:
    first = _export(sample_office, "brief", sample.VISIT)
    other = _export(sample_office, "brief", sample.VISIT, ("tr",))
    second = _export(sample_office, "brief", sample.VISIT)
    with sample_office.read() as session:
        assert {one.id for one in exported.current(session)} == {other, second}
        assert session.get_one(Exported, second).follows_id == first
        assert session.get_one(Exported, first).superseded


def test_another_paper_over_the_same_file_takes_its_place(sample_office: OfficeFile) -> None:
    made = [
        exported.make(sample_office, Order(paper(name), sample.VISIT, paper(name).options(), ("en",), "pdf"))
        for name in ("phone_list", "programme")
    ]
    for one in made:
        exported.remember(sample_office, one, Path("/somewhere/same.pdf"))
    with sample_office.read() as session:
        assert [one.paper for one in exported.current(session)] == ["programme"]
        assert exported.current(session)[0].follows_id is None


def test_only_the_cards_that_changed_are_made_again(
    sample_office: OfficeFile, papers: dict[str, str]
) -> None:
    with sample_office.change("Change") as session:
        _renamed(session)
    staleness = _checked(sample_office, papers)["place_cards"]
    assert exported.has_cards(staleness)
    with sample_office.read() as session:
        order = exported.order_of(session.get_one(Exported, papers["place_cards"]), paper)
    document = making.build(sample_office, order.paper, order.subject_id, order.options, order.languages)
    left = exported.only_changed(document, staleness)
    cards = [card for block in every(left.blocks) if isinstance(block, Cuts) for card in block.cards]
    assert [card.record for card in cards] == [f"guest/{_id('guest', 'vorlage')}"]


def test_the_note_on_a_paper_goes_with_what_it_is_about(sample_office: OfficeFile) -> None:
    visit = _id("visit", "exempleville_2026")
    note = _export(sample_office, "brief", visit)
    with sample_office.change("Change") as session:
        removal.remove(session, session.get_one(Visit, visit))
    with sample_office.read() as session:
        assert session.get(Exported, note) is None  # it goes with what it is about


def test_choices_are_remembered_and_nothing_personal_is(sample_office: OfficeFile) -> None:
    note = _export(sample_office, "place_cards", CEREMONY, ("tr", "en"), side="guest", flag=False)
    with sample_office.read() as session:
        kept = session.get_one(Exported, note)
        order = exported.order_of(kept, paper)
        assert (order.options.side, order.options.flag, order.languages) == ("guest", False, ("tr", "en"))
        for person in session.scalars(select(Person)):
            assert person.family_name not in kept.parts


def test_what_was_made_from_an_item_is_known_before_the_item_moves(
    sample_office: OfficeFile, papers: dict[str, str]
) -> None:
    item, stranger = _id("programme_item", "03"), _id("programme_item", "none")
    with sample_office.read() as session:
        found = {one.id for one in watching.made_from(session, {("programme_item", item)})}
        assert watching.made_from(session, {("programme_item", stranger)}) == []
    assert papers["brief"] in found
    assert papers["place_cards"] not in found
    newer = _export(sample_office, "brief", sample.VISIT)
    with sample_office.read() as session:
        found = {one.id for one in watching.made_from(session, {("programme_item", item)})}
    assert newer in found
    assert papers["brief"] not in found, "what a newer one replaced is of no interest"
