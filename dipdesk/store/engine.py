"""SQLAlchemy over the one connection to an open office file."""

from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from dipdesk.store.connection import DRIVER


def engine(connection: Any) -> Engine:
    """An SQLAlchemy engine over the one driver connection; every transaction is immediate."""
    made = create_engine("sqlite://", creator=lambda: connection, module=DRIVER, poolclass=StaticPool)

    @event.listens_for(made, "begin")
    def begin(transaction: Any) -> None:
        transaction.exec_driver_sql("BEGIN IMMEDIATE")

    return made
