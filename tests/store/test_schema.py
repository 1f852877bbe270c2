"""The steps lead to the schema that the entities declare, and nothing is left out of the history."""

from sqlalchemy import inspect
from sqlalchemy.dialects import sqlite

from dipdesk.model import Person, Record, entities, fields
from dipdesk.store import connection, log, upgrade
from dipdesk.store.changes import registers
from dipdesk.store.office_file import OfficeFile


def test_every_table_of_the_model_is_an_entity() -> None:
    assert {table.name for table in Record.metadata.tables.values()} == {
        one.__tablename__ for one in entities()
    }


def test_the_steps_make_the_schema_of_the_entities(office: OfficeFile) -> None:
    for name, table in Record.metadata.tables.items():
        found = {row[1]: row[2] for row in office.raw.execute(f"PRAGMA table_info({name})")}
        wanted = {column.name: str(column.type.compile(sqlite.dialect())) for column in table.columns}
        assert found == wanted, name
        indexes = {row[1] for row in office.raw.execute(f"PRAGMA index_list({name})") if row[3] == "c"}
        assert indexes == {index.name for index in table.indexes}, name
        links = {row[2] for row in office.raw.execute(f"PRAGMA foreign_key_list({name})")}
        assert links == {key.column.table.name for key in table.foreign_keys}, name


def test_every_column_belongs_to_a_register_or_is_derived() -> None:
    for kind in entities():
        columns = {attribute.key for attribute in inspect(kind).column_attrs}
        declared = {one.name for one in fields(kind)}
        derived = {"id", "title_key_tr", "title_key_en", *(one.key_column for one in fields(kind))}
        settled = {"home"} if kind is Person else set()
        assert columns == declared | (derived - {""}) | settled, kind
        assert log.EXISTENCE not in registers(kind)


def test_the_file_says_whose_it_is(office: OfficeFile) -> None:
    assert office.raw.execute("PRAGMA application_id").fetchone()[0] == connection.APPLICATION_ID
    assert upgrade.version(office.raw) == upgrade.VERSION


def test_the_connection_has_the_settings_that_keep_data_safe(office: OfficeFile) -> None:
    wanted = {"journal_mode": "truncate", "synchronous": 3, "locking_mode": "exclusive", "foreign_keys": 1}
    for pragma, value in wanted.items():
        assert office.raw.execute(f"PRAGMA {pragma}").fetchone()[0] == value, pragma
