"""What must be right of one agreement before it is signed: chain, texts in each language, signatories."""

from collections.abc import Iterator

from sqlalchemy import func, select

from dipdesk.actions.absence import leave_on
from dipdesk.i18n import _, language_name, ngettext
from dipdesk.model import Agreement, AgreementText, Attachment, Signatory
from dipdesk.model.agreement import SIGNING_SIDES
from dipdesk.papers import approval_blocks
from dipdesk.papers.blocks import Block, Column, Heading, Row, Status, Table
from dipdesk.papers.reading import lines, post_name, record
from dipdesk.papers.signing_readiness.signing import Signing
from dipdesk.rules.countries import HOME

_OURS = "tr"
_SIDES = ("us", "them")

Matter = tuple[Signing, Agreement]


def gaps(signing: Signing, agreement: Agreement) -> list[str]:
    """What is missing of an agreement: required steps, languages, signatories; each in a few words."""
    file = signing.file(agreement)
    steps = [one.step.name.said() for one in file.steps if one.key in file.answer.missing]
    rows = [*_text_rows(signing, agreement), *_signatory_rows(signing, agreement)]
    return [*steps, *(_gap(row) for row in rows if row.status is Status.RED)]


def _gap(row: Row) -> str:
    """What is missing: of whom or in which language nothing is there, or what is wrong with it."""
    what = row.cells[1] if row.cells[-1] == _("Missing") else row.cells[-1]
    return _("{matter}: {state}").format(matter=row.cells[0], state=what)


def chain(matter: Matter) -> Iterator[Block]:
    """The light and every step."""
    signing, agreement = matter
    file = signing.file(agreement)
    yield approval_blocks.verdict(file, findings=True)
    yield approval_blocks.chain(file) if file.chain.steps else approval_blocks.nothing_needed()


def texts(matter: Matter) -> Iterator[Block]:
    """The text in each language, which of them counts, and what is there of it."""
    yield Heading(_("Texts and languages"), 3)
    yield Table(
        (
            Column(_("Language"), 2.6),
            Column(_("On file"), 3),
            Column(_("Authentic"), 2),
            Column(_("State"), 1.6),
        ),
        tuple(_text_rows(*matter)),
    )


def signatories(matter: Matter) -> Iterator[Block]:
    """Who signs for which side and in which post."""
    yield Heading(_("Signatories"), 3)
    yield Table(
        (Column(_("Side"), 2), Column(_("Name"), 2.8), Column(_("Post"), 3.2), Column(_("State"), 2)),
        tuple(_signatory_rows(*matter)),
    )


def _text_rows(signing: Signing, agreement: Agreement) -> Iterator[Row]:
    found = signing.all(AgreementText, AgreementText.agreement_id == agreement.id)
    found.sort(key=lambda one: (not one.authentic, one.languages))
    there = {code for one in found for code in one.languages}
    for one in found:
        yield _text_row(signing, one, any(text.authentic for text in found))
    for code in _wanted_languages(agreement):
        if code not in there:
            yield Row((language_name(code), _("No text"), "", _("Missing")), status=Status.RED)
    if len(there) < 2 and _is_language_unknown(agreement):
        absent = _("No text in the partner's language")
        yield Row((_("Language of the partner"), absent, "", _("Missing")), status=Status.AMBER)


def _wanted_languages(agreement: Agreement) -> list[str]:
    """Ours, and the first official one of the partner's country."""
    country = agreement.partner.country if agreement.partner else None
    theirs = list(country.languages[:1]) if country and country.languages else []
    return list(dict.fromkeys([_OURS, *theirs]))


def _is_language_unknown(agreement: Agreement) -> bool:
    """Whether it is not on file what is spoken where the partner lies."""
    country = agreement.partner.country if agreement.partner else None
    return country is None or (country.code != HOME and not country.languages)


def _text_row(signing: Signing, one: AgreementText, is_said: bool) -> Row:
    words = len(one.text.split())
    counted = ngettext("{count} word", "{count} words", words).format(count=words) if words else ""
    files = _files(signing, f"agreement_text/{one.id}")
    scans = ngettext("{count} file", "{count} files", files).format(count=files) if files else ""
    named = signing.value(one, "languages")
    authentic = _("yes") if one.authentic else _("no") if is_said else _("not said")
    if not words and not files:
        cells = named, _("Neither text nor file"), authentic, _("Empty")
        return Row(cells, status=Status.RED, record=record(one))
    state, status = (_("On file"), Status.GREEN) if is_said else (_("To be looked at"), Status.AMBER)
    return Row((named, lines(counted, scans), authentic, state), status=status, record=record(one))


def _files(signing: Signing, subject: str) -> int:
    wanted = select(func.count()).where(Attachment.subject == subject)
    return int(signing.session.execute(wanted).scalar_one())


def _signatory_rows(signing: Signing, agreement: Agreement) -> Iterator[Row]:
    found = signing.all(Signatory, Signatory.agreement_id == agreement.id)
    found.sort(key=lambda one: list(SIGNING_SIDES).index(one.side) if one.side in SIGNING_SIDES else -1)
    for one in found:
        yield _signatory_row(signing, one)
    for side in _SIDES:
        if not any(one.side == side for one in found):
            yield Row((_(SIGNING_SIDES[side]), _("Nobody named"), "", _("Missing")), status=Status.RED)


def _signatory_row(signing: Signing, one: Signatory) -> Row:
    name = one.person.title() if one.person else ""
    side = signing.value(one, "side")
    status, word = _standing(signing, one)
    return Row((side, name, post_name(one.post), word), status=status, record=record(one))


def _standing(signing: Signing, one: Signatory) -> tuple[Status, str]:
    """Whether somebody is in post and there on the day."""
    if one.post is None:
        return Status.AMBER, _("Post not named")
    until, since, on = one.post.until, one.post.since, signing.day
    if on and ((until and until.last_day() < on) or (since and since.first_day() > on)):
        return Status.RED, _("Not in post on the day")
    away = leave_on(signing.session, one.person_id, on) if on else None
    if away is not None:
        return Status.AMBER, _("On leave on the day")
    return Status.GREEN, _("In post")
