"""Commands on the intake form of a visit: write it for the partner, read it back."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from dipdesk.cli.command import Command, looked_into, opened, say, say_json, target
from dipdesk.cli.references import find
from dipdesk.errors import Invalid
from dipdesk.exchange.intake.plan import plan
from dipdesk.exchange.intake.proposal import IntakePlan
from dipdesk.exchange.intake.reading import read_form
from dipdesk.exchange.intake.storing import store
from dipdesk.exchange.intake.writing import write_form
from dipdesk.i18n import LANGUAGES, N_, _
from dipdesk.model import Visit
from dipdesk.model.kinds import Json
from dipdesk.rules import clock
from dipdesk.store import backup


def _declare(parser: ArgumentParser) -> None:
    below = parser.add_subparsers(dest="way", required=True, metavar=_("WAY"))
    write = below.add_parser("write", help=_("write the form of a visit for the partner"))
    write.add_argument("file", metavar="FILE", help=_("the office file"))
    write.add_argument("visit", metavar="REF", help=_("the visit"))
    write.add_argument("-o", "--output", required=True, metavar="OUT", help=_("the .xlsx or .docx file"))
    write.add_argument("--lang", choices=LANGUAGES, default="en", help=_("the language that stands first"))
    write.add_argument("--force", action="store_true", help=_("write over a file that is there"))
    read = below.add_parser("read", help=_("read a form that came back"))
    read.add_argument("file", metavar="FILE", help=_("the office file"))
    read.add_argument("form", metavar="FORM", help=_("the form that came back"))
    read.add_argument("--dry-run", action="store_true", help=_("say what would happen and store nothing"))
    read.add_argument(
        "--skip-warnings", action="store_true", help=_("store what is sound if there are warnings")
    )
    read.add_argument("--json", action="store_true", help=_("print JSON"))


def _run(chosen: Namespace) -> None:
    if chosen.way == "write":
        _write(chosen)
    else:
        _read(chosen)


def _write(chosen: Namespace) -> None:
    path = target(chosen)
    with looked_into(chosen.file) as office:
        with office.read() as session:
            visit_id = find(session, chosen.visit, Visit).id
        write_form(office, visit_id, path, chosen.lang)
    say(_("Written: “{path}”.").format(path=path))


def _read(chosen: Namespace) -> None:
    form = read_form(Path(chosen.form))
    with (looked_into if chosen.dry_run else opened)(chosen.file) as office:
        made = plan(office, form)
        is_stored = not chosen.dry_run and made.can_be_stored and (chosen.skip_warnings or not made.warnings)
        if is_stored:
            backup.ensure(office.raw, office.path)
            store(office, made, clock.today())
    if chosen.json:
        say_json(_as_json(made, stored=is_stored))
    else:
        for line in (*form.remarks, made.forecast(), *(one.said() for one in made.warnings)):
            say(line)
    if not is_stored and not chosen.dry_run:
        raise Invalid(
            _("Nothing was stored, because there are warnings. Mend the form or add --skip-warnings.")
        )


def _as_json(made: IntakePlan, *, stored: bool) -> dict[str, Json]:
    return {
        "visit": made.visit_id,
        "rows": [
            {"place": one.entry.place, "action": one.action, "person": one.person_id or None}
            for one in made.rows
        ],
        "warnings": [{"place": one.place, "field": one.key, "reason": one.sentence} for one in made.warnings],
        "stored": stored,
    }


COMMANDS = (Command("intake", N_("send the form for a delegation and read it back"), _declare, _run),)
