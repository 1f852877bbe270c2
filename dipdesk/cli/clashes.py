"""The command that says what clashes in the logistics of a visit."""

from argparse import ArgumentParser, Namespace

from sqlalchemy import select

from dipdesk.actions.clashes import clashes_of
from dipdesk.cli.command import Command, looked_into, say, say_json
from dipdesk.cli.references import find
from dipdesk.i18n import N_, _, ngettext
from dipdesk.model import Visit


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=_("the office file"))
    parser.add_argument(
        "visit", metavar="VISIT", nargs="?", help=_("the visit; all that are not over without it")
    )
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


def _clashes(chosen: Namespace) -> None:
    with looked_into(chosen.file) as office, office.read() as session:
        if chosen.visit:
            visits = [find(session, chosen.visit, Visit)]
        else:
            visits = list(session.scalars(select(Visit).order_by(Visit.starts, Visit.id)))
        found = [
            (visit.title(), one)
            for visit in visits
            if isinstance(visit, Visit)
            for one in clashes_of(session, visit)
        ]
    if chosen.json:
        say_json(
            [
                {"visit": title, "kind": one.kind, "sentence": one.sentence, "records": list(one.records)}
                for title, one in found
            ]
        )
        return
    for title, one in found:
        say(one.sentence if chosen.visit else f"{title}: {one.sentence}")
    say(ngettext("{count} clash", "{count} clashes", len(found)).format(count=len(found)))


COMMANDS = (Command("clashes", N_("say what clashes in the logistics of a visit"), _declare, _clashes),)
