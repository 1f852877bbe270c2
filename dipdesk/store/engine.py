"""SQLAlchemy over the one connection to an open office file."""

from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.dialects import sqlite
from sqlalchemy.pool import StaticPool

from dipdesk.store.connection import DRIVER


def engine(connection: Any) -> Engine:
    """An SQLAlchemy engine over the one driver connection; every transaction is immediate."""
    url = f"{sqlite.dialect.name}://"  # loaded with this module, behind the window, not with the first file
    made = create_engine(url, creator=lambda: connection, module=DRIVER, poolclass=StaticPool)

    @event.listens_for(made, "begin")
    def begin(transaction: Any) -> None:
        transaction.exec_driver_sql("BEGIN IMMEDIATE")

    return made
