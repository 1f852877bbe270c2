"""What a command is, and how commands speak: sentences or JSON, and a file open for the length of a block."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dipdesk.store import opening
from dipdesk.store.office_file import OfficeFile


@dataclass(frozen=True)
class Command:
    """A command by its name; ``declare`` adds its arguments, ``run`` does it."""

    name: str
    help: str
    declare: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], None]


@contextmanager
def opened(path: str) -> Iterator[OfficeFile]:
    """The office file at ``path``, closed (with a backup if it was changed) at the end; raises Known."""
    office = opening.open_file(Path(path))
    try:
        yield office
    except BaseException:
        office.close()
        raise
    opening.close(office)


def say(text: str) -> None:
    """Print a sentence."""
    print(text)


def say_json(value: Any) -> None:
    """Print a value as JSON."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    print()
