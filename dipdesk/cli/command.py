"""What a command is, and how commands speak: sentences or JSON, and a file open for the length of a block."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dipdesk.errors import Known
from dipdesk.i18n import _, format_timestamp
from dipdesk.store import opening
from dipdesk.store.glimpse import glimpse, saved_at
from dipdesk.store.office_file import OfficeFile
from dipdesk.store.refusals import LookOnly


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


@contextmanager
def looked_into(path: str) -> Iterator[OfficeFile]:
    """The office file at ``path``, to be read only; raises Known.

    While it is open elsewhere, or if it is read-only or lies on a share, it is read as it was saved last,
    and standard error says so.
    """
    try:
        office = opening.open_file(Path(path))
    except LookOnly as trouble:
        with glimpse(Path(path)) as office:
            _explain(trouble, path)
            yield office
        return
    with office:
        yield office


def _explain(trouble: LookOnly, path: str) -> None:
    """Say on standard error why a file is only read, and how old what is read is."""
    when = format_timestamp(saved_at(Path(path)))
    print(trouble, file=sys.stderr)
    print(_("Meanwhile it is only read, as it was saved on {when}.").format(when=when), file=sys.stderr)


def target(chosen: Namespace) -> Path:
    """Where a command writes; raises Known if a file is there that was not to be written over."""
    path = Path(chosen.output)
    if path.exists() and not chosen.force:
        raise Known(_("“{path}” exists already. Choose another name.").format(path=path))
    return path


def say(text: str) -> None:
    """Print a sentence."""
    print(text)


def say_json(value: Any) -> None:
    """Print a value as JSON."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    print()
