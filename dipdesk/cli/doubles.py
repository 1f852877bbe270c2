"""The command that finds doubles, and merges two records when it is told to."""

from argparse import ArgumentParser, Namespace

from dipdesk.actions import merging, twins
from dipdesk.cli.command import Command, looked_into, opened, say, say_json
from dipdesk.cli.references import entity_called, find
from dipdesk.errors import Invalid
from dipdesk.i18n import N_, _
from dipdesk.model import Record, entity_name
from dipdesk.store import backup


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=_("the office file"))
    parser.add_argument("entity", metavar="ENTITY", help=", ".join(map(entity_name, twins.KINDS)))
    parser.add_argument(
        "--merge", metavar=("KEPT", "GONE"), nargs=2, help=_("merge the second record into the first")
    )
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


def _run(chosen: Namespace) -> None:
    kind = entity_called(chosen.entity)
    if kind not in twins.KINDS:
        known = ", ".join(map(entity_name, twins.KINDS))
        raise Invalid(_("There is no “{name}”. There are: {known}.").format(name=chosen.entity, known=known))
    if chosen.merge:
        _merge(chosen.file, kind, *chosen.merge)
    else:
        _list(chosen.file, kind, as_json=chosen.json)


def _merge(path: str, kind: type[Record], kept: str, gone: str) -> None:
    with opened(path) as office:
        with office.read() as session:
            stays, goes = (find(session, reference, kind).id for reference in (kept, gone))
        backup.ensure(office.raw, office.path)
        say(merging.merge(office, kind, stays, goes))


def _list(path: str, kind: type[Record], *, as_json: bool) -> None:
    with looked_into(path) as office, office.read() as session:
        found = twins.find(session, kind)
        titles = {
            row_id: session.get_one(kind, row_id).title() for pair in found for row_id in (pair.one, pair.two)
        }
    if as_json:
        say_json(
            [
                {"one": pair.one, "two": pair.two, "likeness": pair.likeness, "reasons": list(pair.reasons)}
                for pair in found
            ]
        )
        return
    for pair in found:
        said = _("{one} ({one_id}) – {two} ({two_id}): {reasons}").format(
            one=titles[pair.one],
            one_id=pair.one,
            two=titles[pair.two],
            two_id=pair.two,
            reasons=", ".join(pair.sentences()),
        )
        say(said)
    if not found:
        say(_("No two records look as if they were the same."))


COMMANDS = (
    Command("doubles", N_("look for records that may be the same, or merge two of them"), _declare, _run),
)
