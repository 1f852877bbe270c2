"""Two records become one: nothing is lost, and undo brings everything back."""

from datetime import date
from typing import Any

import pytest

from dipdesk.actions import merging
from dipdesk.errors import Known
from dipdesk.model import (
    Agreement,
    Attachment,
    Contact,
    Criterion,
    Delegation,
    DelegationMember,
    Leave,
    Membership,
    Note,
    Partner,
    Person,
    Post,
    Record,
    Relation,
    Score,
    Tag,
    Tagging,
    Tie,
    Visit,
    entities,
    entity_name,
    fields,
    links_to,
)
from dipdesk.model.kinds import Link, Subject
from dipdesk.rules.timing import PartialDate
from dipdesk.store import checking
from dipdesk.store.office_file import OfficeFile


def contents(office: OfficeFile) -> dict[str, list[dict[str, Any]]]:
    """Every value of every record."""
    with office.read() as session:
        return {
            entity_name(kind): [
                {"id": one.id, **{field.name: getattr(one, field.name) for field in fields(kind)}}
                for one in session.query(kind).order_by(kind.id)
            ]
            for kind in entities()
        }


def put(office: OfficeFile, *records: Record) -> None:
    with office.change("Records") as session:
        for one in records:
            session.add(one)
            session.flush()


def only(office: OfficeFile, kind: type[Any]) -> Any:
    with office.read() as session:
        return session.query(kind).one()


@pytest.fixture
def cities(office: OfficeFile) -> tuple[Partner, Partner]:
    kept = Partner(name_tr="İştip", phone="+389 32 226 600", themes=("su",))
    gone = Partner(name_tr="Istip", name_en="Štip", population=43_652, phone="032", note_tr="Not")
    put(office, kept, gone)
    return kept, gone


def test_values_are_chosen_or_filled_in(office: OfficeFile, cities: tuple[Partner, Partner]) -> None:
    kept, gone = cities
    label = merging.merge(office, Partner, kept.id, gone.id, {"phone": "032", "note_tr": ""})
    assert label == "Merged: “Štip” into “İştip”"
    assert office.undo_labels()[0] == label
    one = only(office, Partner)
    assert (one.id, one.name_tr, one.name_en, one.population) == (kept.id, "İştip", "Štip", 43_652)
    assert (one.phone, one.note_tr, one.themes) == ("032", "", ("su",))


def test_everything_that_points_at_a_record_moves(office: OfficeFile) -> None:
    """A record of every entity for every link to partners and people."""
    for kind in (Partner, Person):
        kept, gone = _blank(kind), _blank(kind)
        put(office, kept, gone)
        pointing = [
            (_blank(other, {link.name: gone.id}), link.name)
            for other, link in links_to(kind)
            if entity_name(other) != "office"
        ]
        name = entity_name(kind)
        about = [
            (_blank(other, {field.name: f"{name}/{gone.id}"}), field.name)
            for other in entities()
            for field in fields(other)
            if isinstance(field.kind, Subject)
        ]
        put(office, *(one for one, _field in (*pointing, *about)))
        before = contents(office)
        merging.merge(office, kind, kept.id, gone.id)
        with office.read() as session:
            for one, field in pointing:
                found = session.get(type(one), one.id)
                assert found is not None, type(one)
                assert getattr(found, field) == kept.id, (type(one), field)
            for one, field in about:
                assert getattr(session.get_one(type(one), one.id), field) == f"{name}/{kept.id}"
        assert checking.check(office).all_well
        office.undo()
        assert contents(office) == before
        office.redo()
        assert checking.check(office).all_well
        office.undo()


def _blank(kind: type[Record], values: dict[str, Any] | None = None) -> Record:
    """A record with something different in every field that is needed."""
    made = kind(**(values or {}))
    for one in fields(kind):
        if one.kind.required and not getattr(made, one.name) and not isinstance(one.kind, (Link, Subject)):
            setattr(made, one.name, _some(one.kind, made.id))
    return made


def _some(kind: Any, text: str) -> Any:
    for said in (f"x{text[:8]}", "1.5.2026", "1.5.2026 10:00", "7", "tr"):
        try:
            return kind.parse(said)
        except ValueError:
            continue
    return next(iter(getattr(kind, "options", {"": None})))


def test_what_can_be_there_once_is_merged_in_turn(
    office: OfficeFile, cities: tuple[Partner, Partner]
) -> None:
    kept, gone = cities
    mine = Relation(partner_id=kept.id, state="active")
    theirs = Relation(partner_id=gone.id, state="idea", since=PartialDate(2015))
    with office.read() as session:
        first, second = (one.id for one in session.query(Criterion).order_by(Criterion.place).limit(2))
    tag = Tag(name="önemli")
    put(
        office,
        *(mine, theirs, tag),
        Score(relation_id=mine.id, criterion_id=first, points=1),
        Score(relation_id=theirs.id, criterion_id=first, points=5, note="Bizce"),
        Score(relation_id=theirs.id, criterion_id=second, points=3),
        Tagging(tag_id=tag.id, subject=f"partner/{kept.id}"),
        Tagging(tag_id=tag.id, subject=f"partner/{gone.id}"),
        Agreement(partner_id=kept.id, kind="sister_city"),
        Agreement(partner_id=gone.id, kind="sister_city"),
        Membership(partner_id=gone.id),
        Note(headline="N", subject=f"relation/{theirs.id}"),
    )
    before = contents(office)
    merging.merge(office, Partner, kept.id, gone.id)
    one = only(office, Relation)
    assert (one.id, one.state, one.since) == (mine.id, "active", PartialDate(2015))
    after = contents(office)
    assert sorted((row["points"], row["note"]) for row in after["score"]) == [(1, "Bizce"), (3, "")]
    assert {row["relation_id"] for row in after["score"]} == {mine.id}
    assert (len(after["tagging"]), len(after["agreement"]), len(after["membership"])) == (1, 2, 1)
    assert only(office, Note).subject == f"relation/{mine.id}"
    office.undo()
    assert contents(office) == before


def test_a_tie_between_the_two_goes_and_a_deputy_of_oneself_too(
    office: OfficeFile, cities: tuple[Partner, Partner]
) -> None:
    kept, gone = cities
    one, two = Person(family_name="Kaya"), Person(family_name="Kayaa")
    put(
        office,
        *(one, two),
        Tie(partner_id=kept.id, kind="twin", other_id=gone.id),
        Leave(person_id=one.id, deputy_id=two.id, starts=date(2026, 1, 1), ends=date(2026, 1, 2)),
        Contact(headline="Mektup", day=date(2026, 1, 1), person_id=one.id, officer_id=two.id),
    )
    merging.merge(office, Partner, kept.id, gone.id)
    merging.merge(office, Person, one.id, two.id)
    assert contents(office)["tie"] == []
    leave = only(office, Leave)
    assert (leave.person_id, leave.deputy_id) == (one.id, None)


def test_one_place_in_a_delegation_and_one_post_are_left(office: OfficeFile) -> None:
    one, two = Person(family_name="Kaya"), Person(family_name="Kaya", email="a@b.example")
    visit = Visit(title_tr="Z", starts=date(2026, 5, 1))
    party = Delegation(visit_id=visit.id, name_tr="H")
    posts = [Post(person_id=who.id, function="mayor", title_en=said) for who, said in ((one, ""), (two, ""))]
    put(office, one, two, visit, party, *posts)
    put(
        office,
        DelegationMember(delegation_id=party.id, person_id=one.id, role="head"),
        DelegationMember(delegation_id=party.id, person_id=two.id, post_id=posts[1].id),
    )
    merging.merge(office, Person, one.id, two.id)
    assert only(office, Post).id == posts[0].id
    member = only(office, DelegationMember)
    assert (member.role, member.post_id, only(office, Person).email) == ("head", posts[0].id, "a@b.example")
    assert checking.check(office).all_well


def test_files_are_kept(office: OfficeFile, cities: tuple[Partner, Partner]) -> None:
    kept, gone = cities
    put(office, Attachment(name="a.pdf", content="0" * 64, subject=f"partner/{gone.id}"))
    merging.merge(office, Partner, kept.id, gone.id)
    assert only(office, Attachment).subject == f"partner/{kept.id}"


def test_what_is_gone_cannot_be_merged(office: OfficeFile, cities: tuple[Partner, Partner]) -> None:
    kept, _gone = cities
    for other in (kept.id, "0" * 32):
        with pytest.raises(Known, match="no longer there"):
            merging.merge(office, Partner, kept.id, other)
    assert len(contents(office)["partner"]) == 2


def test_what_hangs_on_a_record_is_counted(office: OfficeFile, cities: tuple[Partner, Partner]) -> None:
    kept, _gone = cities
    put(office, Agreement(partner_id=kept.id), Note(headline="N", subject=f"partner/{kept.id}"))
    with office.read() as session:
        assert merging.belongings(session, session.get_one(Partner, kept.id)) == {Agreement: 1, Note: 1}
