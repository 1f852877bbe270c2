"""Commands that bring data in and out: import and export."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from dipdesk.cli import calendar
from dipdesk.cli.command import Command, looked_into, opened, say, say_json, target
from dipdesk.cli.references import entity_called, find
from dipdesk.errors import Invalid
from dipdesk.exchange import csv_export, csv_import, json_export, municipality, vcard_export, xlsx_export
from dipdesk.exchange.shapes import importable
from dipdesk.i18n import N_, _, ngettext
from dipdesk.model import Person, Record
from dipdesk.model.kinds import Json
from dipdesk.rules import clock
from dipdesk.store import backup
from dipdesk.store.office_file import OfficeFile


def _declare_import(parser: ArgumentParser) -> None:
    known = ", ".join(shape.name for shape in csv_import.shapes())
    parser.add_argument("file", metavar="FILE", help=_("the office file"))
    parser.add_argument("source", metavar="SOURCE", help=_("the CSV, XLSX, VCF or ICS file to read"))
    parser.add_argument("--as", dest="shape", metavar="KIND", default="", help=known)
    parser.add_argument(
        "--map", metavar="FIELD=COLUMN", action="append", default=[], help=_("where a field comes from")
    )
    parser.add_argument("--sheet", metavar="NAME", default="", help=_("the sheet of a workbook to read"))
    parser.add_argument(
        "--municipality",
        metavar="NAME",
        help=_("whose list it is if no column says so; a union takes the name of the file"),
    )
    parser.add_argument(
        "--visit",
        metavar="REF",
        default="",
        help=_("the visit whose programme a calendar (.ics) is read into"),
    )
    parser.add_argument(
        "--skip-refused", action="store_true", help=_("import the other rows if some are refused")
    )
    parser.add_argument("--dry-run", action="store_true", help=_("say what would happen and store nothing"))
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


def _import(chosen: Namespace) -> None:
    if chosen.source.lower().endswith(calendar.SUFFIX):
        calendar.read_into(chosen)
        return
    with (looked_into if chosen.dry_run else opened)(chosen.file) as office:
        table = csv_import.read_table(Path(chosen.source), sheet=chosen.sheet)
        plan = csv_import.assign(csv_import.guess(table, chosen.shape), chosen.map)
        plan = _whose(office, plan, chosen.municipality)
        if chosen.dry_run:
            result = csv_import.preview(office, plan).result
        else:
            backup.ensure(office.raw, office.path)
            result = csv_import.run(office, plan, skip_refused=chosen.skip_refused)
    if chosen.json:
        say_json(_result_as_json(result))
    else:
        if named := plan.given.get(municipality.TARGET):
            say(_("Municipality: {name}").format(name=named))
        _tell(result)
        if left := plan.unused():
            say(_("Columns not read: {columns}.").format(columns=", ".join(left)))
    if result.refused and not (chosen.dry_run or chosen.skip_refused):
        raise Invalid(_("Nothing was stored, because rows were refused. Mend them or add --skip-refused."))


def _whose(office: OfficeFile, plan: csv_import.ImportPlan, said: str | None) -> csv_import.ImportPlan:
    """The plan for the municipality that was said, or for the one that the file is named after."""
    name = municipality.proposed(office, plan) if said is None else said
    return municipality.with_municipality(plan, name) if name else plan


def _tell(result: csv_import.ImportResult) -> None:
    say(
        ngettext(
            "{read} row read: {added} added, {updated} updated, {same} known already, {refused} refused.",
            "{read} rows read: {added} added, {updated} updated, {same} known already, {refused} refused.",
            result.read,
        ).format(
            read=result.read,
            added=result.added,
            updated=result.updated,
            same=result.same,
            refused=len(result.refused),
        )
    )
    for row in result.refused:
        say(_("Line {line}: {reason}").format(line=row.line, reason=row.reason))


def _result_as_json(result: csv_import.ImportResult) -> dict[str, Json]:
    return {
        "read": result.read,
        "added": result.added,
        "updated": result.updated,
        "same": result.same,
        "refused": [{"line": row.line, "reason": row.reason} for row in result.refused],
        "by_entity": dict(result.by_entity),
        "stored": result.stored,
    }


def _declare_export(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=_("the office file"))
    parser.add_argument(
        "entity", metavar="ENTITY", nargs="?", help=_("what to export; everything without it")
    )
    parser.add_argument(
        "-o",
        "--output",
        required=True,
        metavar="OUT",
        help=_("the file to write: .csv, .xlsx, .json, or .vcf for people"),
    )
    parser.add_argument(
        "--only", metavar="REF", action="append", default=[], help=_("one record to export; can be repeated")
    )
    parser.add_argument("--sensitive", action="store_true", help=_("sensitive fields as well"))
    parser.add_argument("--force", action="store_true", help=_("write over a file that is there"))


def _export(chosen: Namespace) -> None:
    path = target(chosen)
    kind = entity_called(chosen.entity) if chosen.entity else None
    with looked_into(chosen.file) as office:
        _write(office, kind, path, chosen.only, sensitive=chosen.sensitive)
    say(_("Written: “{path}”.").format(path=path))


def _write(
    office: OfficeFile, kind: type[Record] | None, target: Path, only: list[str], *, sensitive: bool
) -> None:
    """Write the file in the format of its name; raises Invalid for one that does not fit."""
    ending = target.suffix.lower()
    columns = [one.name for one in importable(kind)] if kind and sensitive else None
    if ending == ".json" and not only:
        json_export.export(office, target, [kind] if kind else (), sensitive=sensitive)
    elif kind is not None and ending == ".csv":
        csv_export.export(office, kind, target, rows=_chosen(office, kind, only), columns=columns)
    elif kind is not None and ending == ".xlsx":
        xlsx_export.export(office, kind, target, rows=_chosen(office, kind, only), columns=columns)
    elif kind is Person and ending == ".vcf":
        vcard_export.export(office, target, clock.today(), rows=_chosen(office, kind, only))
    else:
        raise Invalid(
            _(
                "Write one entity to a .csv or .xlsx file, people to a .vcf file, "
                "or everything to a .json file."
            ),
            "--output",
        )


def _chosen(office: OfficeFile, kind: type[Record], only: list[str]) -> list[str] | None:
    """The ids of the records that were named; None for all of them."""
    if not only:
        return None
    with office.read() as session:
        return [find(session, one, kind).id for one in only]


COMMANDS = (
    Command(
        "import", N_("import a list or contacts as one step that can be undone"), _declare_import, _import
    ),
    Command("export", N_("export a list, contacts, or everything"), _declare_export, _export),
)
