"""Why an office file cannot be worked on, although it can be looked into."""

from pathlib import Path

from dipdesk.errors import Known


class LookOnly(Known):
    """The file must not be worked on now: it is open elsewhere, read-only, or lies on a share."""


class Elsewhere(LookOnly):
    """The file lies where it must never be worked on; ``path`` is where."""

    def __init__(self, sentence: str, path: Path) -> None:
        super().__init__(sentence)
        self.path = path
