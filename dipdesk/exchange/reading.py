"""Reading a file that holds a table, whatever its format: text, a workbook, or a file of contacts."""

from pathlib import Path

from dipdesk.errors import Invalid
from dipdesk.exchange.content import OLD_OFFICE, content
from dipdesk.exchange.csv_reader import read_csv
from dipdesk.exchange.table import Table
from dipdesk.exchange.vcard_reader import read_vcard
from dipdesk.exchange.workbook import read_workbook
from dipdesk.i18n import _

_ZIPPED = b"PK\x03\x04"
_CARD = b"BEGIN:VCARD"


def read_table(path: Path, encoding: str = "", separator: str = "", sheet: str = "") -> Table:
    """Read a table; what is not said is found out. Raises Known (cannot be read) or Invalid (no table).

    ``sheet`` names the sheet of a workbook; the first one if empty.
    """
    raw = _bytes(path)
    if raw.startswith(_ZIPPED):
        return read_workbook(path, raw, sheet)
    if raw.startswith(OLD_OFFICE):
        raise Invalid(
            _(
                "“{name}” is a workbook of an old form or with a password. "
                "Save it as XLSX without a password and import that."
            ).format(name=path.name)
        )
    if _is_contacts(raw):
        return read_vcard(path, raw)
    return read_csv(path, raw, encoding, separator)


def _is_contacts(raw: bytes) -> bool:
    return raw[:200].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").upper().startswith(_CARD)


def _bytes(path: Path) -> bytes:
    return content(
        path,
        of_folder=_("“{name}” is a folder. Choose a CSV or XLSX file."),
        of_office=_("“{name}” is an office file, not a table. Choose a CSV or XLSX file."),
    )
