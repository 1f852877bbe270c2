"""Writes the statements that create the tables of all entities; for use until the first release only."""

from pathlib import Path

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from dipdesk.model import Record

TARGET = Path(__file__).parents[1] / "dipdesk" / "store" / "steps" / "0001_entities.sql"


def main() -> None:
    statements = []
    dialect = sqlite.dialect()
    for table in Record.metadata.sorted_tables:
        statements.append(str(CreateTable(table).compile(dialect=dialect)).strip())
        statements += [
            str(CreateIndex(index).compile(dialect=dialect)).strip()
            for index in sorted(table.indexes, key=lambda index: str(index.name))
        ]
    text = "\n--\n".join(statements).replace("\t", "  ").replace(" \n", "\n")
    TARGET.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
