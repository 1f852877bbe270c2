"""Every tamper is found: no bit of the log changes unseen, and no damage makes a check fail itself."""

import random
from pathlib import Path
from typing import Any

import pytest

from dipdesk.model import Note, Partner, Person, Post, Visit
from dipdesk.rules.timing import PartialDate
from dipdesk.store import checking, log, opening
from dipdesk.store.connection import any_text
from dipdesk.store.office_file import OfficeFile

_TAMPERS = 120
_COLUMNS = {
    "op": (
        *("op_id", "copy_id", "seq", "prev_op", "hlc", "entity", "row_id", "reg", "parents", "commitment"),
        *("txn_id", "schema_ver"),
    ),
    "op_value": ("op_id", "salt", "value"),
}


def fill(office: OfficeFile) -> None:
    with office.change("Added") as session:
        person = Person(family_name="Yılmaz", given_name="Ayşe", phone="+90 266 123 45 67")
        partner = Partner(name_tr="Ştip", founded=PartialDate(1988, 3))
        session.add_all([person, partner, Post(person_id=person.id, partner_id=partner.id)])
        session.add_all([Visit(title_tr="Ziyaret", partner_id=partner.id), Note(headline="Hatırla")])
    for name in ("Şimşek", "Çelik"):
        with office.change("Renamed") as session:
            session.get_one(Person, person.id).family_name = name
    with office.change("Deleted") as session:
        session.delete(session.get_one(Person, person.id))
        for post in session.query(Post):
            session.delete(post)
    office.undo()


def flipped(value: Any, chance: random.Random) -> Any:
    """The value with one bit changed; texts and bytes may turn into what no text can be."""
    if isinstance(value, int):
        return value ^ 1 << chance.randrange(40)
    data = bytearray(value.encode() if isinstance(value, str) else value)
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


def tamper(office: OfficeFile, chance: random.Random) -> str:
    """Change one bit of one value in the log; what was changed."""
    table = chance.choice(tuple(_COLUMNS))
    column = chance.choice(_COLUMNS[table])
    rows = office.raw.execute(
        f"SELECT op_id, typeof({column}), {column} FROM {table} WHERE length({column}) > 0"
    ).fetchall()
    found = chance.choice(rows)
    kind = {"text": "TEXT", "blob": "BLOB", "integer": "INTEGER"}[found[1]]
    office.raw.execute(
        f"UPDATE {table} SET {column} = CAST(? AS {kind}) WHERE op_id = ?",
        (flipped(found[2], chance), found[0]),
    )
    return f"{table}.{column}"


def test_every_changed_bit_is_found(office: OfficeFile) -> None:
    fill(office)
    chance = random.Random(20261121)
    missed = []
    for _time in range(_TAMPERS):
        with office.read() as session, any_text(office.raw):
            connection = session.connection()
            what = tamper(office, chance)
            if not log.verify(connection):
                missed.append(what)
    assert missed == []
    assert checking.check(office).all_well


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE op_value SET value = NULL",
        "UPDATE op_value SET value = '{'",
        "UPDATE op_value SET value = CAST(x'ff' AS TEXT)",
        "DELETE FROM op_value",
        "DELETE FROM op WHERE seq > 3",
        "UPDATE op SET entity = 'nothing'",
        "UPDATE head SET op_id = x'00'",
        "UPDATE head SET row_id = CAST(x'ff' || row_id AS TEXT)",
        "DELETE FROM head WHERE reg = ''",
        "DELETE FROM head WHERE reg <> ''",
        "UPDATE partner SET founded = 'yesterday'",
        "UPDATE partner SET founded = CAST(x'ff' AS TEXT)",
        "UPDATE visit SET starts = 'x'",
        "UPDATE note SET headline = CAST(x'ff' AS TEXT)",
        "UPDATE partner SET position = 'here'",
        "UPDATE partner SET population = 'many'",
        "DELETE FROM person",
    ],
)
def test_a_check_bears_any_damage_and_reports_it(office: OfficeFile, damage: str) -> None:
    fill(office)
    office.raw.execute("PRAGMA foreign_keys=OFF")
    assert office.raw.execute(damage).rowcount
    assert not checking.check(office).all_well


def test_a_missing_value_is_a_tamper_unless_it_was_erased(office: OfficeFile) -> None:
    fill(office)
    old = "SELECT op_id FROM op WHERE reg = 'name' AND op_id NOT IN (SELECT op_id FROM head)"
    office.raw.execute(f"UPDATE op_value SET salt = x'', value = NULL WHERE op_id IN ({old})")
    assert checking.check(office).broken_operation
    office.raw.execute(f"INSERT INTO erased SELECT op_id, 'A', '2026-11-22', 'B' FROM ({old})")
    assert checking.check(office).all_well


def test_a_fork_of_a_chain_is_found(office_path: Path) -> None:
    with opening.open_file(office_path) as office:
        before = office.pen.seq, office.pen.tip
        fill(office)
        office.pen.seq, office.pen.tip = before
        with office.change("Again") as session:
            session.add(Note(headline="Fork"))
        assert checking.check(office).broken_operation
