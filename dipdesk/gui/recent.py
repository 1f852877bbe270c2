"""The office files and records used last."""

from pathlib import Path

from dipdesk.gui.settings import Settings
from dipdesk.gui.trail import Spot

_FILES, _PINNED, _RECORDS, _OPEN = "recent.files", "recent.pinned", "recent.records", "open.file"
_SPOTS = "last.spots"
_MOST_FILES, _MOST_RECORDS = 12, 20


class Recent:
    """Kept in the settings; the latest first."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def files(self) -> list[Path]:
        """The files used last, those that are pinned first."""
        known = [Path(one) for one in self.settings.get(_FILES, [""]) if one]
        return sorted(known, key=lambda path: not self.is_pinned(path))

    def is_pinned(self, path: Path) -> bool:
        """Whether the file stays at the head of the list."""
        return str(path) in self.settings.get(_PINNED, [""])

    def pin(self, path: Path, is_pinned: bool) -> None:
        """Keep a file at the head of the list, or no longer."""
        others = [one for one in self.settings.get(_PINNED, [""]) if one not in ("", str(path))]
        self.settings.set(_PINNED, [*others, str(path)] if is_pinned else others)

    def opened(self, path: Path) -> None:
        """A file was opened; it is open when the program starts again."""
        others = [str(one) for one in self.files() if one != path]
        self.settings.set(_FILES, [str(path), *others][:_MOST_FILES])
        self.settings.set(_OPEN, str(path))

    def closed(self) -> None:
        """The file was closed on purpose; the next start shows the welcome page."""
        self.settings.set(_OPEN, "")

    def last_open(self) -> Path | None:
        """The file that was open when the program ended, if it is still there."""
        name = self.settings.get(_OPEN, "")
        return Path(name) if name and Path(name).is_file() else None

    def remove(self, path: Path) -> None:
        """Take a file off the list; the file itself stays."""
        self.settings.set(_FILES, [str(one) for one in self.files() if one != path])
        self.pin(path, False)

    def stays_at(self, path: Path, spot: Spot) -> None:
        """Where somebody is in a file, for the next time that it is opened."""
        self.settings.set(
            _SPOTS, {**self.settings.get(_SPOTS, {"": [""]}), str(path): [spot.place, spot.row_id]}
        )

    def spot_in(self, path: Path) -> Spot | None:
        """Where somebody was last in a file, if that is known."""
        kept = self.settings.get(_SPOTS, {"": [""]}).get(str(path), [])
        return Spot(*kept) if len(kept) == 2 else None

    def saw(self, spot: Spot) -> None:
        """A record was looked at."""
        others = [one for one in self._records() if one != [spot.place, spot.row_id]]
        self.settings.set(_RECORDS, [[spot.place, spot.row_id], *others][:_MOST_RECORDS])

    def records(self) -> list[Spot]:
        """The records looked at last; some may be gone, or belong to another file."""
        return [Spot(place, row_id) for place, row_id in self._records()]

    def _records(self) -> list[list[str]]:
        kept = self.settings.get(_RECORDS, [[""]])
        return [one for one in kept if isinstance(one, list) and len(one) == 2]
