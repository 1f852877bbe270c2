"""Files of approval on paper: the light, the chain step by step with gaps in red, findings and sources."""

from collections.abc import Iterator, Mapping
from datetime import date

from dipdesk.actions.approval_file import STEP_STATES, ApprovalFile, StepOnFile, StepState
from dipdesk.errors import Invalid
from dipdesk.i18n import N_, _, format_date, join_words, ngettext
from dipdesk.papers.blocks import (
    Align,
    Block,
    Callout,
    Column,
    Paragraph,
    Row,
    Status,
    Table,
    Tone,
)
from dipdesk.papers.reading import day, lines, numbered
from dipdesk.rules.approval import Light
from dipdesk.rules.sources import Source, State
from dipdesk.rules.timing import PartialDate

COLOURS: dict[Light, Status] = {"green": Status.GREEN, "amber": Status.AMBER, "red": Status.RED}
_STATES: dict[StepState, Status] = {
    "done": Status.GREEN,
    "incomplete": Status.AMBER,
    "out_of_order": Status.RED,
    "planned": Status.BLUE,
    "skipped": Status.AMBER,
    "missing": Status.RED,
    "late": Status.AMBER,
    "due": Status.BLUE,
}
_CHECKED: dict[State, str] = {
    "verified": N_("checked: {day}"),
    "unverified": N_("not checked: {day}"),
    "conflicting": N_("sources conflict: {day}"),
}
_CHECKED_UNDATED: dict[State, str] = {
    "verified": N_("checked"),
    "unverified": N_("not checked"),
    "conflicting": N_("sources conflict"),
}


def verdict(file: ApprovalFile, findings: bool) -> Block:
    """The light, what it means, how many of the required steps are on file, and what made it so."""
    there, wanted = file.required
    text = ngettext(
        "{there} of {count} required step is on file.",
        "{there} of {count} required steps are on file.",
        wanted,
    )
    said = text.format(there=there, count=wanted) if wanted else _("No step is required here.")
    because = (f"– {reason}" for reason in file.because) if findings else ()
    return Callout(
        COLOURS[file.light],
        _(file.meaning()),
        lines(said, *because),
        record=f"{file.entity}/{file.row_id}",
    )


def chain(file: ApprovalFile) -> Block:
    """Every step with its document, day, number, source and state."""
    return Table(
        (
            Column(_("Step"), 2.7),
            Column(_("Date and number"), 2.2),
            Column(_("Legal source"), 3.3),
            Column(_("State"), 1.5),
        ),
        tuple(_row(file, one) for one in file.steps),
    )


def signature_lines(*roles: str) -> Iterator[Block]:
    """Room to sign, for each role in a column of its own."""
    yield room_to_sign(dict.fromkeys(roles, ""))


def room_to_sign(names: Mapping[str, str]) -> Table:
    """Room to sign below each role, with the name of who signs if that is known."""
    rooms = ("\n".join((name or _("Name:"), "", _("Date and signature:"), "", "")) for name in names.values())
    return Table(tuple(Column(role, 1, Align.LEFT) for role in names), (Row(tuple(rooms)),))


def nothing_needed() -> Block:
    """What is said of a record that needs no approval."""
    return Paragraph(_("The law asks for no chain of approval here."), Tone.MUTED)


def _row(file: ApprovalFile, one: StepOnFile) -> Row:
    step = one.step
    return Row(
        (
            lines(step.name.said(), _document(one)),
            lines(day(one.entry.date), numbered(one.entry.number), *_remarks(one)) or "–",
            lines(step.source.said(), _checked(step.source)),
            lines(_(STEP_STATES[one.state]), _disorder(one)),
        ),
        status=_status(one),
        record=f"{file.entity}/{file.row_id}",
    )


def _status(one: StepOnFile) -> Status | None:
    """The colour of a step; what is only late is red if it is required."""
    if one.state == "late" and one.step.required:
        return Status.RED
    return _STATES.get(one.state)


def _document(one: StepOnFile) -> str:
    """What the document is called, if not like the step."""
    name = one.step.document.said()
    return "" if name == one.step.name.said() else name


def _disorder(one: StepOnFile) -> str:
    names = join_words([step.name.said() for step in one.out_of_order])
    return _("should follow: {steps}").format(steps=names) if names else ""


def _remarks(one: StepOnFile) -> Iterator[str]:
    """What else is on file of a step: result, scans, when it is due, why it was skipped, a note."""
    yield one.entry.result
    yield _scans(one)
    if one.due is not None:
        yield _("due by {day}").format(day=day(one.due))
    yield one.entry.skipped
    yield one.entry.note.strip()


def _scans(one: StepOnFile) -> str:
    count = one.entry.scans
    return ngettext("{count} file", "{count} files", count).format(count=count) if count else ""


def _checked(source: Source) -> str:
    """Whether the source was checked, and when it was read."""
    if not source.date:
        return _(_CHECKED_UNDATED[source.state])
    return _(_CHECKED[source.state]).format(day=_read_on(source))


def _read_on(source: Source) -> str:
    """The day on which a source was read; as it is written if it is no date."""
    try:
        return PartialDate.parse(source.date).format("medium")
    except Invalid:
        return source.date


def wanted_on(wanted: date | None) -> str:
    """The day on which signing is wanted, in words."""
    return format_date(wanted) if wanted else ""
