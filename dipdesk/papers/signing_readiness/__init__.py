"""May we sign on the day? Chains, texts, signatories, what is missing and due when, and the checklist."""

from collections.abc import Iterator, Sequence

from sqlalchemy.orm import Session

from dipdesk.i18n import _, format_date, ngettext
from dipdesk.model import Agreement, Ceremony, Record
from dipdesk.papers.blocks import Block, Callout, Document, Fact, Facts, Heading, Paragraph, Status, Tone
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.reading import head, lines, record, said
from dipdesk.papers.sections import Section, written
from dipdesk.papers.signing_readiness import checklist, matters
from dipdesk.papers.signing_readiness.signing import ReadinessOptions, Signing
from dipdesk.rules.approval import Light

__all__ = ["ReadinessOptions", "build", "fits"]


def fits(subject: Record) -> bool:
    """Whether something is to be signed: a signing ceremony, or an agreement that was not signed yet."""
    if isinstance(subject, Ceremony):
        return subject.kind == "signing"
    return isinstance(subject, Agreement) and subject.signed_on is None


def build(
    session: Session, subject: Ceremony | Agreement, options: ReadinessOptions, occasion: Occasion
) -> Document:
    """The paper for a ceremony or one agreement in the language spoken now."""
    signing = Signing(session, occasion, options.public, subject, options)
    name = said(subject, "title") if isinstance(subject, Ceremony) else subject.title()
    title = _("{occasion} – may we sign?").format(occasion=name)
    blocks = (*head(signing, _("May we sign?"), name, subject), *_blocks(signing))
    return signing.document(title, _("Signing readiness"), options, "office", blocks)


def _blocks(signing: Signing) -> Iterator[Block]:
    yield Facts(tuple(one for one in _facts(signing) if one.text), record=record(signing.ceremony))
    yield from _summary(signing)
    for agreement in signing.agreements:
        yield Heading(agreement.title(), 2, record=record(agreement))
        yield from written(_MATTERS, signing.options, (signing, agreement))
    yield from written(_REST, signing.options, signing)


def _facts(signing: Signing) -> Iterator[Fact]:
    ceremony = signing.ceremony
    if ceremony is not None and ceremony is not signing.subject:
        yield Fact(_("Ceremony"), said(ceremony, "title"))
    yield Fact(_("Day of signing"), format_date(signing.day, "full") if signing.day else _("Not fixed yet"))
    if ceremony is not None:
        yield Fact(_("Time"), ceremony.starts.format() if ceremony.starts else "")
        yield Fact(_("Place"), said(ceremony, "place"))


def _summary(signing: Signing) -> Iterator[Block]:
    """Whether all agreements may be signed and what is missing, in one glance."""
    if not signing.agreements:
        text = _("No agreement that is still to be signed belongs to this ceremony.")
        yield Paragraph(text, Tone.MUTED)
        return
    lights = [signing.file(one).light for one in signing.agreements]
    gaps = [gap for one in signing.agreements for gap in matters.gaps(signing, one)]
    yield Callout(*_verdict(lights, gaps), record=record(signing.subject))


def _verdict(lights: Sequence[Light], gaps: Sequence[str]) -> tuple[Status, str, str]:
    """The colour, its word, and what is missing."""
    counted = ngettext("{count} thing is still missing:", "{count} things are still missing:", len(gaps))
    missing = lines(counted.format(count=len(gaps)), *(f"– {gap}" for gap in gaps)) if gaps else ""
    if "red" in lights:
        return Status.RED, _("We may not sign yet"), missing
    if gaps:
        return Status.AMBER, _("The law lets us sign, but not all is ready"), missing
    ready = _("Texts and signatories are complete.")
    if "amber" in lights:
        return Status.AMBER, _("We may sign; look at the remarks"), ready
    return Status.GREEN, _("We may sign"), ready


_MATTERS = (
    Section("chain", matters.chain),
    Section("texts", matters.texts),
    Section("signatories", matters.signatories),
)
_REST = (Section("tasks", checklist.blocks),)
