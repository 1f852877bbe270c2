"""The command that says what personal data a visit still holds, and clears them for good when told to."""

from argparse import ArgumentParser, Namespace

from dipdesk.actions import retention
from dipdesk.cli.command import Command, looked_into, opened, say, say_json
from dipdesk.cli.references import find
from dipdesk.errors import Invalid
from dipdesk.i18n import N_, _, ngettext
from dipdesk.model import Visit
from dipdesk.rules import clock
from dipdesk.rules.retention import retention as rule


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=_("the office file"))
    parser.add_argument("visit", metavar="VISIT", help=_("the visit"))
    known = ", ".join(one.key for one in rule().classes)
    clear = _("what to clear for good, in the history too ({classes}); it cannot be undone")
    parser.add_argument("classes", metavar="CLASS", nargs="*", help=clear.format(classes=known))
    parser.add_argument(
        "--backups",
        action="store_true",
        help=_("delete the backups that still hold it, after writing a new one"),
    )
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


def _run(chosen: Namespace) -> None:
    known = [one.key for one in rule().classes]
    for name in chosen.classes:
        if name not in known:
            told = _("There is no “{name}”. There are: {known}.")
            raise Invalid(told.format(name=name, known=", ".join(known)))
    if chosen.classes:
        _clear(chosen)
    else:
        _tell(chosen)


def _tell(chosen: Namespace) -> None:
    with looked_into(chosen.file) as office, office.read() as session:
        visit = session.get_one(Visit, find(session, chosen.visit, Visit).id)
        found = [one for one in retention.of_visit(session, visit) if one.count]
    if chosen.json:
        days = [one.due.isoformat() if one.due else None for one in found]
        say_json(
            [
                {"class": one.kind.key, "people": one.count, "due": due}
                for one, due in zip(found, days, strict=True)
            ]
        )
        return
    for one in found:
        say(one.said(clock.today()))
    if not found:
        say(_("Nothing personal is kept of the members but names and posts."))


def _clear(chosen: Namespace) -> None:
    with opened(chosen.file) as office:
        with office.read() as session:
            visit_id = find(session, chosen.visit, Visit).id
        old = retention.backups_with(office, visit_id, chosen.classes)
        count = len(retention.clear(office, visit_id, chosen.classes, clock.today()))
        if chosen.backups:
            retention.replace_backups(office, old)
    text = ngettext(
        "Personal data of {count} person cleared", "Personal data of {count} people cleared", count
    )
    say(text.format(count=count))
    if old and not chosen.backups:
        text = ngettext("{count} backup still holds it.", "{count} backups still hold it.", len(old))
        say(text.format(count=len(old)))


COMMANDS = (
    Command("clear", N_("say what personal data a visit holds, or clear them for good"), _declare, _run),
)
