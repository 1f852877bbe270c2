"""Commands on the office file as a whole: new, check, backup, restore, history."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from dipdesk.cli.command import Command, looked_into, opened, say, say_json
from dipdesk.cli.references import find
from dipdesk.errors import Known
from dipdesk.exchange import sample
from dipdesk.i18n import N_, _, format_timestamp, ngettext
from dipdesk.model import entity_name
from dipdesk.model.office import OFFICE_KINDS
from dipdesk.store import backup, checking, history, opening
from dipdesk.store import connection as driver

_LATEST = 50


def _declare_new(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=_("the office file to make"))
    parser.add_argument("--office", metavar="NAME", default="", help=_("the name of the office"))
    parser.add_argument(
        "--kind", choices=tuple(OFFICE_KINDS), default="municipality", help=_("what the office is")
    )
    parser.add_argument(
        "--sample", action="store_true", help=_("fill it with a fictional office to try things out")
    )


def _new(chosen: Namespace) -> None:
    path = Path(chosen.file)
    if chosen.sample:
        office = sample.create(path)
    else:
        office = opening.create(path, chosen.office or path.stem, chosen.kind)
    opening.close(office)
    say(_("Made “{path}”.").format(path=path))


def _declare_file(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=_("the office file"))


def _check(chosen: Namespace) -> None:
    with looked_into(chosen.file) as office:
        found = checking.check(office)
    if found.all_well:
        say(_("The file is whole, and its history is complete."))
        return
    if found.damage:
        raise Known(_("The file is damaged: {what}").format(what=found.damage))
    if found.broken_operation:
        raise Known(_("The history was altered at step {step}.").format(step=found.broken_operation))
    raise Known(
        _("{rows} records do not agree with the history, {links} links lead nowhere.").format(
            rows=len(found.differing_rows), links=found.dangling_links
        )
    )


def _declare_backup(parser: ArgumentParser) -> None:
    _declare_file(parser)
    parser.add_argument("--to", metavar="FOLDER", help=_("the folder to write to, instead of dipdesk's own"))
    parser.add_argument("--list", action="store_true", help=_("list the backups there are"))


def _backup(chosen: Namespace) -> None:
    with (looked_into if chosen.list else opened)(chosen.file) as office:
        path = driver.behind_links(Path(chosen.file))
        folder = Path(chosen.to) if chosen.to else backup.folder_for(office.raw, path)
        if not folder.is_dir():
            raise Known(_("There is no folder “{path}”. Make it first.").format(path=folder))
        if chosen.list:
            for one in backup.list_backups(folder):
                say(str(one))
            return
        say(_("Backed up to “{path}”.").format(path=backup.write(office.raw, office.path, folder)))


def _declare_restore(parser: ArgumentParser) -> None:
    parser.add_argument("backup", metavar="BACKUP", help=_("the backup to restore"))
    parser.add_argument("file", metavar="FILE", help=_("the office file to put it in place of"))


def _restore(chosen: Namespace) -> None:
    target = Path(chosen.file)
    aside = backup.restore(Path(chosen.backup), target)
    say(_("Restored to “{path}”.").format(path=target))
    if aside is not None:
        say(_("What was there is kept as “{path}”.").format(path=aside))
    with opened(chosen.file):  # what was erased since the backup was made goes from its records now
        pass


def _declare_history(parser: ArgumentParser) -> None:
    _declare_file(parser)
    parser.add_argument("reference", metavar="REF", nargs="?", help=_("a record; the whole file without it"))
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


def _history(chosen: Namespace) -> None:
    with looked_into(chosen.file) as office:
        if not chosen.reference:
            steps = history.recent_steps(office, _LATEST)
            if chosen.json:
                say_json(
                    [{"when": step.when.isoformat(), "who": step.who, "step": step.label} for step in steps]
                )
            else:
                for step in steps:
                    say(f"{format_timestamp(step.when)}  {step.who}  {step.label}")
            return
        with office.read() as session:
            record = find(session, chosen.reference)
        entries = history.history(office, entity_name(type(record)), record.id)
    if chosen.json:
        say_json([_entry_as_json(entry) for entry in entries])
        return
    for entry in entries:
        say(f"{format_timestamp(entry.when)}  {entry.who}  {entry.field}: {entry.before} → {entry.after}")
    say(ngettext("{count} entry", "{count} entries", len(entries)).format(count=len(entries)))


def _entry_as_json(entry: history.HistoryEntry) -> dict[str, str]:
    return {
        "when": entry.when.isoformat(),
        "who": entry.who,
        "step": entry.step,
        "field": entry.name,
        "before": entry.before,
        "after": entry.after,
    }


COMMANDS = (
    Command("new", N_("make an office file"), _declare_new, _new),
    Command("check", N_("check that an office file and its history are whole"), _declare_file, _check),
    Command("backup", N_("write a backup that is opened again and compared"), _declare_backup, _backup),
    Command("restore", N_("put a backup in the place of an office file"), _declare_restore, _restore),
    Command("history", N_("who changed what and when"), _declare_history, _history),
)
