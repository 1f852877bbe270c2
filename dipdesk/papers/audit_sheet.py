"""The audit sheet: the chain of decisions behind a relation, agreement, membership or trip, on one page.

What auditors ask for first (protocol practice, 1.5): the documents with dates and numbers, what is missing,
what came in the wrong order, and the law behind it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from dipdesk.actions import approval_file
from dipdesk.actions.approval_file import ApprovalFile, Approved
from dipdesk.i18n import N_, _, language, ngettext
from dipdesk.model import Agreement, Membership, Record, Relation, Visit, entity
from dipdesk.model.kinds import Flag
from dipdesk.model.visit import ABROAD
from dipdesk.papers import approval_blocks
from dipdesk.papers.blocks import Block, Column, Document, Fact, Facts, Heading, Row, Table
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.options import SECTIONS, Marks, option
from dipdesk.papers.partner_tables import when
from dipdesk.papers.reading import Reading, day, head, lines, record, said, term
from dipdesk.rules.timing import PartialDate

_LATEST = PartialDate(9999)
_SIGNING = "signature"


@dataclass(frozen=True)
class AuditOptions(Marks):
    """The parts of the sheet."""

    findings: bool = option(Flag(), N_("Findings in sentences"), True, group=SECTIONS)
    signatures: bool = option(Flag(), N_("Signature lines"), True, group=SECTIONS)


def fits(record: Record) -> bool:
    """Whether a record can have a chain of approval: of visits, only those abroad."""
    return not isinstance(record, Visit) or record.kind in ABROAD


def build(session: Session, subject: Approved, options: AuditOptions, occasion: Occasion) -> Document:
    """The audit sheet of ``subject``; that of a relation holds all its agreements and memberships."""
    reading = Reading(session, occasion, options.public)
    files = _files(reading, subject)
    name = _name(subject)
    title = _("{record} – audit sheet").format(record=name)
    blocks = (*head(reading, _("Audit sheet"), name, subject), *_blocks(reading, subject, files, options))
    return reading.document(title, _("Audit sheet"), options, "office", blocks)


def _name(subject: Approved) -> str:
    """What the sheet is about; a visit by its title in this language, if it has one."""
    return said(subject, "title") if isinstance(subject, Visit) else subject.title()


def _files(reading: Reading, subject: Approved) -> list[ApprovalFile]:
    """The files behind the subject that ask for anything, in the order of their signing."""
    if isinstance(subject, Relation):
        found = approval_file.of_relation(reading.session, subject, reading.today)
        found.sort(key=lambda one: (_signed(one) or _LATEST, one.row_id))
        return found
    own = approval_file.of(reading.session, subject, reading.today)
    return [own] if own.chain.steps else []


def _signed(file: ApprovalFile) -> PartialDate | None:
    step = file.step(_SIGNING)
    return step.entry.date if step else None


def _blocks(
    reading: Reading, subject: Approved, files: list[ApprovalFile], options: AuditOptions
) -> Iterator[Block]:
    yield Facts(tuple(one for one in _facts(reading, subject) if one.text), record=record(subject))
    if not files:
        yield approval_blocks.nothing_needed()
    if len(files) > 1:
        yield from _overview(files)
    for file in files:
        yield from _file(reading, subject, file, options, alone=len(files) == 1)
    if options.signatures:
        yield from approval_blocks.signature_lines(_("Prepared by"), _("Checked by"), _("Approved by"))


def _overview(files: list[ApprovalFile]) -> Iterator[Block]:
    """All files of a relation at a glance."""
    text = ngettext("{count} file of approval", "{count} files of approval", len(files))
    yield Heading(text.format(count=len(files)), 2)
    yield Table(
        (Column(_("Agreement or membership"), 4), Column(_("Signed"), 2), Column(_("State"), 3)),
        tuple(
            Row(
                (one.title, day(_signed(one)) or "–", _(one.meaning())),
                status=approval_blocks.COLOURS[one.light],
                record=f"{one.entity}/{one.row_id}",
            )
            for one in files
        ),
    )


def _file(
    reading: Reading, subject: Approved, file: ApprovalFile, options: AuditOptions, alone: bool
) -> Iterator[Block]:
    """One file: its light, the chain and what was found."""
    if not alone or file.row_id != subject.id:
        yield Heading(file.title, 2, record=f"{file.entity}/{file.row_id}")
        of = reading.session.get(entity(file.entity), file.row_id)
        facts = tuple(one for one in _own_facts(reading, of) if one.text)
        if facts:
            yield Facts(facts, record=record(of))
    yield approval_blocks.verdict(file, options.findings)
    if file.chain.steps:
        yield approval_blocks.chain(file)
    else:
        yield approval_blocks.nothing_needed()


def _facts(reading: Reading, subject: Approved) -> Iterator[Fact]:
    partner = subject.partner
    if partner is not None:
        country = reading.country_name(partner)
        yield Fact(_("Partner"), ", ".join(part for part in (partner.name(language()), country) if part))
    if not isinstance(subject, Visit):
        yield Fact(_("Municipality"), reading.whose(subject.municipality))
    yield from _own_facts(reading, subject)


def _own_facts(reading: Reading, subject: Record | None) -> Iterator[Fact]:
    """What kind of agreement, membership, relation or trip it is, and how it stands."""
    if isinstance(subject, Agreement):
        if subject.act != "new":
            yield Fact(_("Act"), reading.value(subject, "act"))
        yield Fact(_("State"), reading.value(subject, "state"))
        yield Fact(_("Signing wanted on"), approval_blocks.wanted_on(subject.wanted_on))
    elif isinstance(subject, Membership):
        yield Fact(_("Membership"), reading.value(subject, "member_class"))
        yield Fact(_("Legal form of the body"), reading.value(subject, "legal_form"))
        yield Fact(_("State"), lines(reading.value(subject, "state"), term(subject.since, subject.until)))
        yield Fact(_("Legal basis of the dues"), subject.dues_basis)
    elif isinstance(subject, Relation):
        yield Fact(_("State"), lines(reading.value(subject, "state"), term(subject.since, subject.until)))
    elif isinstance(subject, Visit):
        yield Fact(_("Days"), when(subject))
        yield Fact(_("Place"), subject.place)
        yield Fact(_("Aim"), said(subject, "aim"))
