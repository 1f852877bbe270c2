"""What passed between a partner and us: visits, commitments, contacts, documents, and all of it by day."""

from collections.abc import Iterator

from dipdesk.i18n import _
from dipdesk.model import Commitment, Contact, Note
from dipdesk.papers import partner_tables
from dipdesk.papers.blocks import Block, Column, Heading, Paragraph, Row, Status, Table, Tone
from dipdesk.papers.partner_tables import is_late
from dipdesk.papers.reading import day, lines, numbered, record, said
from dipdesk.papers.relation_file.folder import Folder


def visits(folder: Folder) -> Iterator[Block]:
    """All visits that were not called off."""
    yield Heading(_("Visits"), 2)
    found = [one for one in folder.visits if one.state != "cancelled"]
    if found:
        yield partner_tables.visits(folder, found)
    else:
        yield Paragraph(_("No visit is on file."), Tone.MUTED)


def commitments(folder: Folder) -> Iterator[Block]:
    """What is owed by either side, and what was kept."""
    yield Heading(_("Commitments and obligations"), 2)
    if not folder.commitments:
        yield Paragraph(_("Nothing was promised on file."), Tone.MUTED)
        return
    rank = {"open": 0, "done": 1, "dropped": 2}
    found = sorted(folder.commitments, key=lambda one: rank.get(one.state, 0))
    yield Table(
        (
            Column(_("What was promised"), 4),
            Column(_("Whose part"), 1.4),
            Column(_("Who does it"), 2),
            Column(_("By"), 1.5),
            Column(_("State"), 1.3),
        ),
        tuple(_commitment(folder, one) for one in found),
    )


def _commitment(folder: Folder, one: Commitment) -> Row:
    late = is_late(folder, one)
    done = Status.GREEN if one.state == "done" else None
    return Row(
        (
            said(one, "what"),
            folder.value(one, "whose"),
            one.owner.full_name() if one.owner else "",
            day(one.due),
            _("Late") if late else folder.value(one, "state"),
        ),
        status=Status.RED if late else done,
        record=record(one),
    )


def contacts(folder: Folder) -> Iterator[Block]:
    """Letters, calls and meetings, the latest first."""
    yield Heading(_("Contacts"), 2)
    found = folder.all(Contact, Contact.partner_id == folder.partner.id, order=(Contact.day.desc(),))
    if not found:
        yield Paragraph(_("No contact is on file."), Tone.MUTED)
        return
    yield Table(
        (
            Column(_("Day"), 1.6),
            Column(_("Direction"), 1.4),
            Column(_("Kind"), 1.4),
            Column(_("What it was about"), 4),
            Column(_("Answer"), 1.6),
        ),
        tuple(_contact(folder, one) for one in found),
    )


def _contact(folder: Folder, one: Contact) -> Row:
    overdue = bool(one.answer_by and not one.answered and one.answer_by < folder.today)
    answer = _("Answered") if one.answered else ""
    if one.answer_by and not one.answered:
        text = _("overdue since {day}") if overdue else _("wanted by {day}")
        answer = text.format(day=day(one.answer_by))
    return Row(
        (
            day(one.day),
            folder.value(one, "direction"),
            folder.value(one, "kind"),
            lines(one.headline, one.person.title() if one.person else "", numbered(one.number)),
            answer,
        ),
        status=Status.AMBER if overdue else None,
        record=record(one),
    )


def documents(folder: Folder) -> Iterator[Block]:
    """Files and notes on the partner, its relations, agreements, memberships and visits."""
    subjects = folder.subjects
    files = folder.files(subjects)
    notes = folder.all(Note, Note.subject.in_(list(subjects)), order=(Note.day.desc(),))
    yield Heading(_("Documents and notes"), 2)
    if not files and not notes:
        yield Paragraph(_("Neither files nor notes are on file."), Tone.MUTED)
    if files:
        yield Table(
            (Column(_("Document"), 4), Column(_("File"), 3), Column(_("Belongs to"), 3)),
            tuple(
                Row((one.title(), one.name, subjects.get(one.subject or "", "")), record=record(one))
                for one in files
            ),
        )
    if notes:
        yield Table(
            (Column(_("Day"), 1.6), Column(_("Note"), 6), Column(_("Belongs to"), 3)),
            tuple(
                Row(
                    (
                        day(one.day),
                        lines(one.headline, one.text.strip()),
                        subjects.get(one.subject or "", ""),
                    ),
                    record=record(one),
                )
                for one in notes
            ),
        )


def story(folder: Folder) -> Iterator[Block]:
    """Everything with a day, the newest first."""
    yield Heading(_("Timeline"), 2)
    table = partner_tables.story(folder, folder.partner.id)
    yield table or Paragraph(_("Nothing with a day is on file."), Tone.MUTED)
