"""The one door: labelled steps, undo and redo, news, and a log that always says what the tables say."""

import pytest
from sqlalchemy import select, update

from dipdesk.model import Agreement, Delegation, DelegationMember, Note, Partner, Person, Post, Visit
from dipdesk.store import checking, going, log, removal
from dipdesk.store.office_file import UNDO_STEPS, News, OfficeFile


def add_person(office: OfficeFile, family: str = "Yılmaz", given_name: str = "Ayşe") -> str:
    with office.change("Person added") as session:
        person = Person(family_name=family, given_name=given_name)
        session.add(person)
    return person.id


def families(office: OfficeFile) -> list[str]:
    with office.read() as session:
        return [one.family_name for one in session.scalars(select(Person).order_by(Person.title_key_tr))]


def test_a_change_can_be_undone_and_redone_by_its_label(office: OfficeFile) -> None:
    person = add_person(office)
    with office.change("Name changed") as session:
        session.get_one(Person, person).family_name = "Şimşek"
    assert office.undo_labels() == ["Name changed", "Person added"]
    assert office.undo() == "Name changed"
    assert families(office) == ["Yılmaz"]
    assert office.undo() == "Person added"
    assert families(office) == []
    assert office.undo() == ""
    assert (office.redo(), office.redo(), office.redo()) == ("Person added", "Name changed", "")
    assert families(office) == ["Şimşek"]
    assert checking.check(office).all_well


def test_an_exception_leaves_nothing_behind_and_tells_nobody(office: OfficeFile) -> None:
    heard: list[News] = []
    office.listen(heard.append)
    before = (office.pen.seq, office.pen.tip)
    with pytest.raises(ZeroDivisionError):
        _break(office)
    assert families(office) == []
    assert (office.pen.seq, office.pen.tip) == before
    assert not heard
    assert not office.undo_label


def _break(office: OfficeFile) -> None:
    with office.change("Broken") as session:
        session.add(Person(family_name="Yılmaz"))
        session.flush()
        _ = 1 / 0


def test_a_change_without_effect_is_no_step(office: OfficeFile) -> None:
    person = add_person(office)
    with office.change("Same again") as session:
        session.get_one(Person, person).family_name = "Yılmaz"
    assert office.undo_labels() == ["Person added"]


def test_news_name_the_rows_the_label_and_the_origin(office: OfficeFile) -> None:
    heard: list[News] = []
    stop = office.listen(heard.append)
    with office.change("Partner added", origin="screen") as session:
        partner = Partner(name_tr="Ştip")
        session.add(partner)
    assert heard == [News("Partner added", "screen", frozenset({("partner", partner.id)}))]
    assert heard[0].touches("partner", "visit")
    assert not heard[0].touches("visit")
    stop()
    office.undo()
    assert len(heard) == 1


def test_bulk_statements_are_refused_because_the_history_would_not_see_them(office: OfficeFile) -> None:
    add_person(office)
    with pytest.raises(TypeError, match="history"), office.change("Bulk") as session:
        session.execute(update(Person).values(family_name="X"))
    assert families(office) == ["Yılmaz"]


def test_a_change_inside_a_change_or_inside_reading_is_a_bug(office: OfficeFile) -> None:
    with pytest.raises(RuntimeError), office.change("Outer"), office.change("Inner"):
        pass
    with pytest.raises(RuntimeError), office.read(), office.change("Inner"):
        pass
    assert add_person(office)


def test_only_the_last_hundred_steps_are_kept(office: OfficeFile) -> None:
    for number in range(UNDO_STEPS + 5):
        add_person(office, f"Person {number}")
    assert len(office.undo_labels()) == UNDO_STEPS


def test_fields_that_belong_together_are_one_register(office: OfficeFile) -> None:
    person = add_person(office)
    with office.change("Given name") as session:
        session.get_one(Person, person).given_name = "Gökçe"
    with office.read() as session:
        rows = session.connection().exec_driver_sql(
            "SELECT value FROM op JOIN op_value USING (op_id) WHERE row_id = ? AND reg = 'name' ORDER BY hlc",
            (person,),
        )
        values = [row[0] for row in rows]
    assert len(values) == 2
    assert '"family_name":"Yılmaz"' in values[1]
    assert '"given_name":"Gökçe"' in values[1]


def test_every_operation_names_the_head_its_author_had_seen(office: OfficeFile) -> None:
    person = add_person(office)
    for name in ("B", "C"):
        with office.change("Name") as session:
            session.get_one(Person, person).family_name = name
    with office.read() as session:
        rows = (
            session.connection()
            .exec_driver_sql(
                "SELECT op_id, parents FROM op WHERE row_id = ? AND reg = 'name' ORDER BY seq", (person,)
            )
            .fetchall()
        )
        heads = session.connection().exec_driver_sql(
            "SELECT op_id FROM head WHERE row_id = ? AND reg = 'name'", (person,)
        )
        assert [bytes(row[0]) for row in heads] == [bytes(rows[-1][0])]
    assert bytes(rows[0][1]) == b""
    assert [bytes(row[1]) for row in rows[1:]] == [bytes(row[0]) for row in rows[:-1]]


def test_a_tampered_value_is_found(office: OfficeFile) -> None:
    person = add_person(office)
    office.raw.execute(
        "UPDATE op_value SET value = replace(value, 'Yılmaz', 'Yilmaz') WHERE op_id IN"
        " (SELECT op_id FROM op WHERE row_id = ?)",
        (person,),
    )
    with office.read() as session:
        assert log.verify(session.connection())


def test_a_row_changed_behind_the_back_of_the_log_is_found(office: OfficeFile) -> None:
    person = add_person(office)
    office.raw.execute("UPDATE person SET given_name = 'X' WHERE id = ?", (person,))
    assert checking.check(office).differing_rows == (f"person/{person}",)


def test_titles_made_from_other_records_follow_them(office: OfficeFile) -> None:
    with office.change("Added") as session:
        person = Person(family_name="Aydın", given_name="Can")
        partner = Partner(name_tr="Doyran")
        session.add_all([person, partner, Post(person_id=person.id, partner_id=partner.id, function="mayor")])
    with office.change("Renamed") as session:
        session.get_one(Person, person.id).family_name = "Zorlu"
    with office.read() as session:
        post = session.scalars(select(Post)).one()
        assert post.title().startswith("Can ZORLU")
        found = going.targets(session.connection(), "zorlu", 9)
        assert {one.row_id for one in found} == {person.id, post.id}
        assert not going.targets(session.connection(), "aydın", 9)


def test_deleting_takes_the_parts_along_and_undo_brings_all_back(office: OfficeFile) -> None:
    with office.change("Visit") as session:
        person = Person(family_name="Yılmaz")
        partner = Partner(name_tr="Ştip")
        visit = Visit(title_tr="Ziyaret", partner_id=partner.id)
        side = Delegation(visit_id=visit.id)
        member = DelegationMember(delegation_id=side.id, person_id=person.id)
        note = Note(headline="Hatırla", subject=f"visit/{visit.id}")
        session.add_all([person, partner, visit, side, member, note, Agreement(partner_id=partner.id)])
    with office.change("Visit deleted") as session:
        gone = removal.remove(session, session.get_one(Visit, visit.id))
        assert {type(one) for one in gone} == {Visit, Delegation, DelegationMember, Note}
    with office.change("Partner deleted") as session:
        removal.remove(session, session.get_one(Partner, partner.id))
    with office.read() as session:
        assert not session.scalars(select(Agreement)).all()
        assert session.scalars(select(Person)).all()
    office.undo()
    office.undo()
    with office.read() as session:
        assert session.get_one(DelegationMember, member.id).title() == "YILMAZ"
        assert session.get_one(Visit, visit.id).partner_id == partner.id
    assert checking.check(office).all_well
