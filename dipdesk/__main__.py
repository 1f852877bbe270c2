"""The door: no command opens the window, a command does not.

The one place where anything is imported late: a command must not load Qt, and the first frame of the
window must not wait for the languages and the database.
"""

import importlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dipdesk.gui.desk import Desk
    from dipdesk.gui.furnishing import Furnishing

_SAMPLE = "--sample"
_SUFFIX = ".dipdesk"
_WARM = ("dipdesk.store.opening", "dipdesk.store.removal", "dipdesk.actions")
"""What the office needs and the first frame does not."""


def main(argv: list[str] | None = None) -> int:
    """Run ``dipdesk [FILE] | --sample`` or a command; returns the exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    return _window(arguments) if means_window(arguments) else _command(arguments)


def means_window(arguments: list[str]) -> bool:
    """Whether the arguments ask for the window: none, the sample, or one name of a file."""
    if not arguments or arguments == [_SAMPLE]:
        return True
    first = arguments[0]
    names_file = first.endswith(_SUFFIX) or os.sep in first
    return len(arguments) == 1 and names_file and not first.startswith("-")


def _command(arguments: list[str]) -> int:
    from dipdesk import cli

    return cli.main(arguments)


def _window(arguments: list[str]) -> int:
    from dipdesk.gui import start

    sample = arguments == [_SAMPLE]
    file = Path(arguments[0]) if arguments and not sample else None
    return start.run(start.Wanted(file, sample), start.Late(furnishing, warm_up, desk))


def furnishing() -> "type[Furnishing]":
    """Load what fills the frame: words, menus, navigation."""
    from dipdesk.gui.furnishing import Furnishing

    return Furnishing


def warm_up() -> None:
    """Load the database and the model; for a thread in the background."""
    for name in _WARM:
        importlib.import_module(name)


def desk() -> "type[Desk]":
    """Load the screens that work with an office."""
    from dipdesk.gui.desk import Desk

    return Desk


if __name__ == "__main__":
    sys.exit(main())
