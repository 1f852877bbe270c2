"""The parts of zipped office documents, unpacked with care: what is too large, broken or a trick is refused.

An archive can be made to fill the memory (a few kilobytes that unpack to gigabytes), to write outside its
folder, or to show one program another content than the next. Here it is never unpacked to the disk, no
part is read further than its stated size, and the sizes are checked before anything is unpacked.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Mapping

from dipdesk.errors import Invalid
from dipdesk.i18n import _, format_number

MOST_ENTRIES = 2_000
MOST_UNPACKED = 100 * 1024 * 1024
MOST_RATIO = 100
"""How many times larger a part may be than it is packed; small parts may be more."""
_SMALL = 10 * 1024 * 1024
_TRICKS = re.compile(r"^/|\\|:|(?:^|/)\.\.(?:/|$)")


def parts(raw: bytes, name: str, wanted: Callable[[str], bool]) -> dict[str, bytes]:
    """The content of the parts of the archive ``raw`` that are wanted, by their paths; raises Invalid.

    ``name`` is the file name for the sentence.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            entries = archive.infolist()
            _check(entries, name)
            return {one.filename: archive.read(one) for one in entries if wanted(one.filename)}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        if isinstance(error, Invalid):
            raise
        raise Invalid(
            _("“{name}” is damaged. Open it in your spreadsheet program and save it anew.").format(name=name)
        ) from error
    except RuntimeError as error:
        raise Invalid(
            _("“{name}” is protected by a password. Save it without one.").format(name=name)
        ) from error


def _check(entries: list[zipfile.ZipInfo], name: str) -> None:
    names = [one.filename for one in entries]
    if len(entries) > MOST_ENTRIES or len(set(names)) < len(names) or any(map(_TRICKS.search, names)):
        raise Invalid(
            _("“{name}” is not a workbook that can be trusted: its parts are named wrongly.").format(
                name=name
            )
        )
    unpacked = sum(one.file_size for one in entries)
    swollen = any(one.file_size > max(_SMALL, MOST_RATIO * one.compress_size) for one in entries)
    if unpacked > MOST_UNPACKED or swollen:
        raise Invalid(
            _("“{name}” unpacks to more than {most} MB. Part it into smaller files.").format(
                name=name, most=format_number(MOST_UNPACKED // 1024 // 1024)
            )
        )


def packed(content: Mapping[str, bytes]) -> bytes:
    """An archive that holds ``content`` and nothing else, not compressed: what was checked, no more."""
    page = io.BytesIO()
    with zipfile.ZipFile(page, "w") as made:
        for name, part in content.items():
            made.writestr(name, part)
    return page.getvalue()
