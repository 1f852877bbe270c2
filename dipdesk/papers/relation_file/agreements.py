"""The agreements and memberships of a partner: chain, term, texts, signatories; class, dues, seats."""

from collections.abc import Iterator

from dipdesk.actions import approval_file
from dipdesk.i18n import _, join_words, ngettext
from dipdesk.model import Agreement, AgreementText, Membership, Seat, Signatory
from dipdesk.model.agreement import SIGNING_SIDES
from dipdesk.papers import approval_blocks, partner_tables
from dipdesk.papers.blocks import Block, Fact, Facts, Heading, Paragraph, Tone
from dipdesk.papers.reading import day, lines, post_name, record, said, term
from dipdesk.papers.relation_file.folder import Folder


def blocks(folder: Folder) -> Iterator[Block]:
    """All at a glance, then each with its chain, term, texts and signatories."""
    yield Heading(_("Agreements"), 2)
    if not folder.agreements:
        yield Paragraph(_("No agreement is on file."), Tone.MUTED)
        return
    yield partner_tables.agreements(folder, folder.agreements)
    for one in folder.agreements:
        yield Heading(_name(one), 3, record=record(one))
        rows = tuple(fact for fact in _facts(folder, one) if fact.text)
        if rows:
            yield Facts(rows, record=record(one))
        yield from _light(folder, one)


def _name(one: Agreement) -> str:
    return " · ".join(part for part in (one.kind_name(), day(one.signed_on)) if part) or _("Agreement")


def _light(folder: Folder, one: Agreement | Membership) -> Iterator[Block]:
    """The light of the chain, for the office only."""
    if folder.public:
        return
    file = approval_file.of(folder.session, one, folder.today)
    if file.chain.steps:
        yield approval_blocks.verdict(file, findings=True)


def _facts(folder: Folder, one: Agreement) -> Iterator[Fact]:
    yield Fact(_("State"), folder.value(one, "state"))
    if one.act != "new":
        yield Fact(_("Act"), folder.value(one, "act"))
    yield Fact(_("Municipality"), folder.whose(one.municipality))
    yield Fact(_("Fields of cooperation"), folder.value(one, "themes"))
    yield Fact(_("Duration"), _term(one))
    if one.notice_months:
        text = ngettext("{count} month before the end", "{count} months before the end", one.notice_months)
        yield Fact(_("Notice"), text.format(count=one.notice_months))
    yield Fact(_("Texts"), _texts(folder, one))
    yield Fact(_("Signatories"), _signatories(folder, one))


def _term(one: Agreement) -> str:
    """From signing to end, and how it is renewed."""
    renewal = ""
    if one.renews_itself and one.renewal_years:
        text = ngettext(
            "renews itself for {count} year", "renews itself for {count} years", one.renewal_years
        )
        renewal = text.format(count=one.renewal_years)
    elif one.renews_itself:
        renewal = _("renews itself")
    return lines(term(one.signed_on, one.ends_on), renewal)


def _texts(folder: Folder, one: Agreement) -> str:
    """The languages of the texts, those that count marked, with the number of files."""
    found = folder.all(AgreementText, AgreementText.agreement_id == one.id)
    found.sort(key=lambda text: (not text.authentic, text.languages))
    said_of = []
    for text in found:
        files = len(folder.files([record(text)]))
        counted = ngettext("{count} file", "{count} files", files).format(count=files) if files else ""
        marks = join_words([part for part in (_("authentic") if text.authentic else "", counted) if part])
        named = folder.value(text, "languages")
        said_of.append(_("{languages} ({marks})").format(languages=named, marks=marks) if marks else named)
    return lines(*said_of)


def _signatories(folder: Folder, one: Agreement) -> str:
    found = folder.all(Signatory, Signatory.agreement_id == one.id)
    found.sort(key=lambda who: list(SIGNING_SIDES).index(who.side) if who.side in SIGNING_SIDES else -1)
    named = [
        ", ".join(part for part in (who.person.title() if who.person else "", post_name(who.post)) if part)
        for who in found
    ]
    return lines(*named)


def memberships(folder: Folder) -> Iterator[Block]:
    """Our places in this body; nothing where there are none and it is no body."""
    if not folder.memberships:
        if folder.partner.kind in ("union", "network"):
            yield Heading(_("Memberships"), 2)
            yield Paragraph(_("We are not a member of this body."), Tone.MUTED)
        return
    yield Heading(_("Memberships"), 2)
    yield partner_tables.memberships(folder, folder.memberships)
    for one in folder.memberships:
        rows = tuple(fact for fact in _membership(folder, one) if fact.text)
        if rows:
            yield Facts(rows, record=record(one))
        yield from _light(folder, one)


def _membership(folder: Folder, one: Membership) -> Iterator[Fact]:
    yield Fact(_("Municipality"), folder.whose(one.municipality))
    yield Fact(_("State"), folder.value(one, "state"))
    yield Fact(_("Duration"), term(one.since, one.until))
    yield Fact(_("Decide on renewal by"), folder.value(one, "decide_by"))
    yield Fact(_("Yearly dues"), folder.value(one, "dues"))
    seats = folder.all(Seat, Seat.membership_id == one.id, order=(Seat.since.desc(),))
    held = [
        ", ".join(part for part in (said(seat, "role"), term(seat.since, seat.until)) if part)
        for seat in seats
    ]
    yield Fact(_("Seats held"), lines(*held))
