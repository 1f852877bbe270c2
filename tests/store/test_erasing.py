"""Erasing for good: from records, history, undo, index and pages; the chain still verifies."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dipdesk.model import Person, Post, field_of, new_id
from dipdesk.store import backup, checking, opening
from dipdesk.store import erasing as module
from dipdesk.store.erasing import erasing, ever_linked, kept
from dipdesk.store.history import history
from dipdesk.store.office_file import OfficeFile

SECRET = "Qxzvwkj"
"""Nothing else in a file says this, nor a piece of it."""


def add(office: OfficeFile, text: str = SECRET) -> str:
    with office.change("Added") as session:
        person = Person(family_name="Yılmaz", biography_tr=f"{text} 1")
        session.add(person)
    return person.id


def write(office: OfficeFile, person: str, text: str) -> None:
    with office.change("Written") as session:
        session.get_one(Person, person).biography_tr = text


def erase(office: OfficeFile, person: str) -> None:
    with erasing(office, "No longer needed") as erasure:
        erasure.take(Person, person, ["biography_tr"])


def biography(office: OfficeFile, person: str) -> str:
    with office.read() as session:
        return session.get_one(Person, person).biography_tr


def leaks(path: Path) -> bool:
    """Whether a piece of the secret, in any spelling the program makes of it, is in a file."""
    content = path.read_bytes().lower()
    return any(SECRET[start : start + 5].lower().encode() in content for start in range(len(SECRET) - 4))


def test_no_byte_of_an_erased_value_is_left_in_the_file(office_path: Path) -> None:
    with opening.open_file(office_path) as office:
        person = add(office)
        for number in range(40):
            write(office, person, f"{SECRET} {number} " + "x" * number * 200)
        write(office, person, "")
        write(office, person, SECRET)
    assert leaks(office_path)
    with opening.open_file(office_path) as office:
        erase(office, person)
        assert biography(office, person) == ""
        assert checking.check(office).all_well
    assert not leaks(office_path)


def test_the_pages_are_written_anew(office: OfficeFile) -> None:
    """In what is free within pages traces may stay: so it was after 47 of 400 random histories."""
    person = add(office)
    office.raw.execute("INSERT INTO blob VALUES ('x', 100000, 'x', zeroblob(100000))")
    office.raw.execute("DELETE FROM blob")
    assert office.raw.execute("PRAGMA freelist_count").fetchone() > (0,)
    erase(office, person)
    assert office.raw.execute("PRAGMA freelist_count").fetchone() == (0,)


def test_traces_that_are_left_go_when_the_file_is_opened_again(
    office_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opening.open_file(office_path) as office:
        person = add(office)
        with monkeypatch.context() as patch:
            patch.setattr(module, "_compact", interrupted)
            with pytest.raises(KeyboardInterrupt):
                erase(office, person)
        assert office.undo_labels() == ["Added"]
    assert leaks(office_path)
    with opening.open_file(office_path) as office:
        assert office.raw.execute("SELECT count(*) FROM meta WHERE key = 'traces'").fetchone() == (0,)
    assert not leaks(office_path)


def interrupted(office: OfficeFile) -> None:
    raise KeyboardInterrupt


def test_history_says_that_there_was_something_and_when_it_went(office: OfficeFile) -> None:
    person = add(office)
    write(office, person, SECRET)
    erase(office, person)
    write(office, person, "Later")
    newest_first = [
        (one.step, one.before, one.after, one.name)
        for one in history(office, "person", person)
        if one.field == "Biography in Turkish"
    ]
    assert newest_first == [
        ("Written", "", "Later", "biography_tr"),
        ("No longer needed", "(erased)", "", ""),
        ("Written", "", "(erased)", ""),
        ("Added", "", "(erased)", ""),
    ]


def test_it_is_written_down_who_erased_what_when_and_why(office: OfficeFile) -> None:
    person = add(office)
    erase(office, person)
    rows = office.raw.execute(
        "SELECT row_id, reg, erased.person, at, reason FROM erased JOIN op USING (op_id)"
    ).fetchall()
    ((row_id, register, who, at, why),) = rows
    assert (row_id, register, why) == (person, "biography_tr", "No longer needed")
    assert who
    assert datetime.fromisoformat(at) <= datetime.now(UTC)


def test_what_was_erased_cannot_be_undone_but_the_rest_can(office: OfficeFile) -> None:
    person = add(office)
    write(office, person, SECRET)
    with office.change("Both") as session:
        record = session.get_one(Person, person)
        record.biography_tr, record.family_name = "", "Yılmazer"
    erase(office, person)
    assert office.undo_labels() == ["Both", "Added"]
    office.undo()
    assert biography(office, person) == ""
    with office.read() as session:
        assert session.get_one(Person, person).family_name == "Yılmaz"
    assert checking.check(office).all_well
    while office.undo():
        pass
    assert office.redo() == "Added"
    assert biography(office, person) == ""
    assert checking.check(office).all_well


def test_a_record_that_is_gone_comes_back_without_what_was_erased(office: OfficeFile) -> None:
    person = add(office)
    with office.change("Deleted") as session:
        session.delete(session.get_one(Person, person))
    erase(office, person)
    office.undo()
    assert biography(office, person) == ""
    assert checking.check(office).all_well


def test_a_file_knows_what_it_keeps_of_a_record(office: OfficeFile) -> None:
    person = add(office)
    write(office, person, "")

    def found() -> list[tuple[str, str]]:
        with office.read() as session:
            return list(kept(session, Person, [person], ["biography_tr", "phone"]))

    assert found() == [(person, "biography_tr")]
    erase(office, person)
    assert found() == []


def test_links_of_records_that_are_gone_are_known(office: OfficeFile) -> None:
    with office.change("Added") as session:
        person = Person(family_name="Yılmaz")
        post = Post(person_id=person.id)
        session.add_all([person, post])
    with office.change("Deleted") as session:
        session.delete(session.get_one(Post, post.id))
    with office.read() as session:
        assert ever_linked(session, Post, "person_id", [person.id]) == [post.id]
        assert ever_linked(session, Post, "person_id", ["x"]) == []


def test_an_error_erases_nothing(office: OfficeFile) -> None:
    person = add(office)
    with pytest.raises(KeyError), erasing(office, "Never") as erasure:
        erasure.take(Person, person, ["biography_tr", "no register"])
    assert SECRET in biography(office, person)
    assert office.undo_labels() == ["Added"]
    assert office.raw.execute("SELECT count(*) FROM erased").fetchone() == (0,)
    assert checking.check(office).all_well


def test_a_backup_that_is_put_back_does_not_bring_erased_values_back(office_path: Path) -> None:
    with opening.open_file(office_path) as office:
        person = add(office)
        old = backup.write(office.raw, office_path, backup.folder_for(office.raw, office_path))
        write(office, person, f"{SECRET} later")
        erase(office, person)
    aside = backup.restore(old, office_path)
    with opening.open_file(office_path) as office:
        assert biography(office, person) == ""
        assert checking.check(office).all_well
        assert office.undo_labels() == []
        told = [one.after for one in history(office, "person", person) if one.field]
        assert told == ["", "(erased)", "Yılmaz"]
    assert not leaks(office_path)
    assert aside
    assert not leaks(aside)
    assert leaks(old)


def test_what_only_the_history_of_a_backup_holds_goes_from_it(office_path: Path) -> None:
    with opening.open_file(office_path) as office:
        person = add(office)
        write(office, person, "")
        old = backup.write(office.raw, office_path, backup.folder_for(office.raw, office_path))
        erase(office, person)
    backup.restore(old, office_path)
    with opening.open_file(office_path) as office:
        assert checking.check(office).all_well
        assert not office.held.is_changed
    assert not leaks(office_path)


def test_the_newest_backup_tells_what_was_erased_if_the_file_is_damaged(office_path: Path) -> None:
    office = opening.open_file(office_path)
    person = add(office)
    old = backup.write(office.raw, office_path, backup.folder_for(office.raw, office_path))
    erase(office, person)
    opening.close(office)
    office_path.write_bytes(b"damaged")
    backup.restore(old, office_path)
    with opening.open_file(office_path) as office:
        assert biography(office, person) == ""
    assert not leaks(office_path)


def test_backups_are_told_by_when_they_were_made(office: OfficeFile) -> None:
    folder = backup.folder_for(office.raw, office.path)
    before = datetime.now(UTC)
    made = backup.write(office.raw, office.path, folder)
    assert backup.made_since(folder, before) == [made]
    assert backup.made_since(folder, before + timedelta(minutes=1)) == []


_FIELDS = ("biography_tr", "phone", "family_name", "given_name")
_WORK = st.one_of(
    st.tuples(
        st.sampled_from(["set", "set", "set", "empty", "erase"]), st.integers(0, 1), st.sampled_from(_FIELDS)
    ),
    st.tuples(st.just("delete"), st.integers(0, 1), st.just("")),
    st.tuples(st.sampled_from(["undo", "undo", "redo"]), st.just(0), st.just("")),
)


@given(work=st.lists(_WORK, max_size=25))
@settings(max_examples=15, suppress_health_check=list(HealthCheck))
def test_in_any_history_nothing_that_was_erased_is_anywhere(
    bare_file: Path, tmp_path_factory: pytest.TempPathFactory, work: list[tuple[str, int, str]]
) -> None:
    path = Path(shutil.copy(bare_file, tmp_path_factory.mktemp("any") / f"{new_id()}.dipdesk"))
    typed: dict[tuple[str, str], list[str]] = {}
    gone: list[str] = []
    with opening.open_file(path) as office:
        for number, (what, person, name) in enumerate(work):
            row = f"{person:032x}"
            register = field_of(Person, name).register if name else ""
            if what in ("undo", "redo"):
                getattr(office, what)()
            elif what == "erase":
                with erasing(office, "Erased") as erasure:
                    erasure.take(Person, row, [register])
                gone += typed.pop((row, register), [])
            else:
                text = f"Zq{number:03}x" if what == "set" else ""
                typed.setdefault((row, register), []).extend([text] if text else [])
                do(office, what, row, name, text)
            if what in ("erase", "undo", "redo"):
                assert checking.check(office).all_well
            assert not any(text.casefold() in everything(office) for text in gone)


def do(office: OfficeFile, what: str, row: str, name: str, text: str) -> None:
    with office.change("Step") as session:
        record = session.get(Person, row)
        if what == "delete":
            if record is not None:
                session.delete(record)
        elif record is None:
            session.add(Person(id=row, **{name: text}))
        else:
            setattr(record, name, text)


def everything(office: OfficeFile) -> str:
    """All that an open file knows, in letters."""
    tables = [
        office.raw.execute(f"SELECT * FROM {name}").fetchall() for name in ("person", "op_value", "finder")
    ]
    return repr((tables, office._undo, office._redo)).casefold()
