"""Files kept inside the office file, each once, under the hash of its content."""

import hashlib

from sqlalchemy import Connection

from dipdesk.errors import Invalid
from dipdesk.i18n import _, format_number

LARGEST = 50 * 1024 * 1024


def put(connection: Connection, content: bytes, media_type: str) -> str:
    """Keep ``content`` and return its address (SHA-256, hexadecimal); raises Invalid if it is too large."""
    if len(content) > LARGEST:
        raise Invalid(
            _("The file is too large: at most {most} MB fit.").format(most=format_number(LARGEST // 2**20))
        )
    address = hashlib.sha256(content).hexdigest()
    connection.exec_driver_sql(
        "INSERT OR IGNORE INTO blob VALUES (?, ?, ?, ?)", (address, len(content), media_type, content)
    )
    return address


def get(connection: Connection, address: str) -> bytes | None:
    """The content kept under ``address``; None if it is not here."""
    row = connection.exec_driver_sql("SELECT content FROM blob WHERE sha256 = ?", (address,)).fetchone()
    return bytes(row[0]) if row else None
