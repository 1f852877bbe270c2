"""What this person set on this computer: window, columns, theme; a JSON file, written late and whole."""

import json
import logging
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

T = TypeVar("T")
_LATE = 800
"""Milliseconds after the last change until the file is written."""


class Settings(QObject):
    """Values by key, such as ``list.person.columns``; texts, numbers, truth values, lists or dicts.

    A file that cannot be read counts as empty and is kept aside as ``settings.json.damaged``; one that
    cannot be written is not worth a word to anybody, but to the log.
    """

    changed = Signal(str)
    """A value under this key is new."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._values = _read(path)
        self._later = QTimer(self, interval=_LATE, singleShot=True)
        self._later.timeout.connect(self.flush)

    def get(self, key: str, default: T) -> T:
        """The value under ``key``; ``default`` if there is none or it is of another type."""
        value = self._values.get(key, default)
        if isinstance(default, float) and isinstance(value, int) and not isinstance(value, bool):
            return type(default)(value)
        return value if default is None or type(value) is type(default) else default

    def set(self, key: str, value: object) -> None:
        """Keep ``value`` under ``key``; it is on the disk soon."""
        if self._values.get(key) == value and key in self._values:
            return
        self._values[key] = value
        self._later.start()
        self.changed.emit(key)

    def flush(self) -> None:
        """Write now what is not written yet."""
        self._later.stop()
        partial = self._path.with_name(self._path.name + ".partial")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            partial.write_text(json.dumps(self._values, indent=1, ensure_ascii=False), encoding="utf-8")
            partial.replace(self._path)
        except OSError as trouble:
            logging.getLogger(__name__).warning("settings not written: %s", type(trouble).__name__)


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        _put_aside(path)
        return {}
    return found if isinstance(found, dict) else {}


def _put_aside(path: Path) -> None:
    try:
        path.replace(path.with_name(path.name + ".damaged"))
    except OSError as trouble:
        logging.getLogger(__name__).warning("settings not kept aside: %s", type(trouble).__name__)
