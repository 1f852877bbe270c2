"""What is typed into the fields of one record and not stored yet: on the disk, for when the program dies."""

import json
import logging
import os
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer

from dipdesk import paths
from dipdesk.errors import Known
from dipdesk.i18n import _, format_timestamp
from dipdesk.saving import save

_LATE = 700
"""Milliseconds from a key until what is typed lies on the disk."""
_KEPT = 60 * 24 * 3600
"""Seconds that a draft is kept which nobody comes back to; it may hold personal data."""


@dataclass(frozen=True)
class Draft:
    """A text that was typed into a field, and when (local time)."""

    text: str
    typed: datetime

    def said(self) -> str:
        """What to say of a text that was found again."""
        return _(
            "This was typed on {moment} and never saved. Click into the field and leave it to save this,"
            " or press Esc there to put the old text back."
        ).format(moment=format_timestamp(self.typed))


def draft_path(office_id: str, entity: str, row_id: str) -> Path:
    """The file for the drafts of one record, beside this person's settings."""
    return paths.settings_file().parent / "drafts" / f"{office_id}-{entity}-{row_id}.json"


class Drafts(QObject):
    """The drafts of one record, by field, in a file that only its owner may read; none, and it is gone.

    It is a second rope: if it cannot be written, that is worth a word to the log, but to nobody else.
    """

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._kept: dict[str, Draft] = {}
        self._later = QTimer(self, interval=_LATE, singleShot=True)
        self._later.timeout.connect(self.flush)

    def found(self) -> dict[str, Draft]:
        """What an earlier run of the program left; drafts that are too old are removed."""
        _tidy(self.path.parent)
        self._kept = _read(self.path)
        return dict(self._kept)

    def keep(self, name: str, text: str) -> None:
        """Keep what is typed into the field ``name``."""
        self._kept[name] = Draft(text, datetime.now().astimezone())
        if not self._later.isActive():
            self._later.start()

    def drop(self, name: str) -> None:
        """What was typed into the field ``name`` is stored or taken back."""
        if self._kept.pop(name, None) is not None:
            self.flush()

    def clear(self) -> None:
        """Forget everything."""
        self._kept = {}
        self.flush()

    def flush(self) -> None:
        """Write now what is not written yet."""
        self._later.stop()
        content = {
            name: {"text": one.text, "typed": one.typed.isoformat()} for name, one in self._kept.items()
        }
        try:
            if content:
                self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                save(json.dumps(content, ensure_ascii=False).encode(), self.path)
                self.path.chmod(0o600)
            else:
                self.path.unlink(missing_ok=True)
        except (Known, OSError) as trouble:
            logging.getLogger(__name__).warning("draft not written: %s", type(trouble).__name__)


def _read(path: Path) -> dict[str, Draft]:
    """The drafts in a file; what is spoilt is none."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    entries = found.items() if isinstance(found, dict) else ()
    return {name: draft for name, one in entries if (draft := _draft(one)) is not None}


def _draft(one: Any) -> Draft | None:
    if not isinstance(one, dict) or not isinstance(one.get("text"), str):
        return None
    try:
        return Draft(one["text"], datetime.fromisoformat(one["typed"]).astimezone())
    except (KeyError, TypeError, ValueError, OverflowError):
        return None


def _tidy(folder: Path) -> None:
    """Remove what is too old to be missed, and files that a sudden end left half written."""
    with suppress(OSError), os.scandir(folder) as found:
        for one in found:
            age = time.time() - one.stat().st_mtime
            if age > _KEPT or (one.name.endswith(".partial") and age > 3600):
                Path(one).unlink()
