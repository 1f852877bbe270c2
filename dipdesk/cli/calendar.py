"""The command that writes calendar files; reading one is part of ``import``."""

from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from pathlib import Path

from dipdesk.cli.command import Command, looked_into, opened, say, say_json, target
from dipdesk.cli.references import find
from dipdesk.errors import Known
from dipdesk.exchange import icalendar_export, icalendar_import
from dipdesk.exchange.icalendar_import import Incoming
from dipdesk.i18n import N_, _, ngettext
from dipdesk.model import Person, Visit
from dipdesk.store import backup

SUFFIX = ".ics"


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=_("the office file"))
    parser.add_argument("output", metavar="OUT", help=_("the calendar file (.ics) to write"))
    about = parser.add_mutually_exclusive_group()
    about.add_argument("--visit", metavar="REF", default="", help=_("only this visit with its programme"))
    about.add_argument("--person", metavar="REF", default="", help=_("only what is for this person"))
    parser.add_argument("--public", action="store_true", help=_("without anything personal"))
    parser.add_argument("--force", action="store_true", help=_("write over a file that is there"))


def _write(chosen: Namespace) -> None:
    path = target(chosen)
    wanted = ((chosen.visit, Visit), (chosen.person, Person))
    with looked_into(chosen.file) as office:
        with office.read() as session:
            about = next((find(session, named, kind) for named, kind in wanted if named), None)
        now = datetime.now(UTC)
        count = icalendar_export.export(office, path, now, about, public=chosen.public)
    text = ngettext("{count} event written to “{path}”.", "{count} events written to “{path}”.", count)
    say(text.format(count=count, path=path))


def read_into(chosen: Namespace) -> None:
    """Read a calendar file into the programme of the visit that ``--visit`` names."""
    if not chosen.visit:
        raise Known(_("Say with --visit into the programme of which visit the calendar shall be read."))
    calendar = icalendar_import.read(Path(chosen.source))
    with (looked_into if chosen.dry_run else opened)(chosen.file) as office:
        with office.read() as session:
            visit = find(session, chosen.visit, Visit).id
        if chosen.dry_run:
            done = icalendar_import.preview(office, visit, calendar)
        else:
            backup.ensure(office.raw, office.path)
            done = icalendar_import.run(office, visit, calendar)
    if chosen.json:
        say_json([{"event": one.title, "action": one.action, "reason": one.reason} for one in done])
    else:
        _tell(done)


def _tell(done: list[Incoming]) -> None:
    counts = {
        action: sum(one.action == action for one in done) for action in ("add", "update", "same", "refused")
    }
    text = ngettext(
        "{read} event read: {add} added, {update} updated, {same} known already, {refused} refused.",
        "{read} events read: {add} added, {update} updated, {same} known already, {refused} refused.",
        len(done),
    )
    say(text.format(read=len(done), **counts))
    for one in done:
        if one.reason:
            say(_("{event}: {reason}").format(event=one.title, reason=one.reason))


COMMANDS = (
    Command("calendar", N_("write a calendar file of a visit, a person or the office"), _declare, _write),
)
