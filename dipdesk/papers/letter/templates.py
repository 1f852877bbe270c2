"""Which templates a letter can be written from: those of the office, and those that are shipped."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.errors import Known
from dipdesk.i18n import LANGUAGES, _, fold
from dipdesk.model import LetterTemplate, Record, Visit, entity_name, in_language
from dipdesk.rules.letter_templates import PARTS, Letter, Wordings, letter_keys, shipped_letter
from dipdesk.rules.sources import Source, Wording


def fitting(session: Session, about: str) -> tuple[Letter, ...]:
    """The templates for letters about an entity: the shipped ones in their order, each after the office's own
    copies of it, then what else the office wrote.
    """
    keys = [key for key in letter_keys() if shipped_letter(key).about == about]
    own = session.scalars(select(LetterTemplate).where(LetterTemplate.about == about))
    line = sorted(own, key=lambda one: (_place(one, keys), fold(one.title()), one.id))
    found: list[Letter] = []
    for place, key in enumerate(keys):
        found += [own_letter(one) for one in line if _place(one, keys) == place]
        found.append(shipped_letter(key))
    return (*found, *(own_letter(one) for one in line if _place(one, keys) == len(keys)))


def _offered(session: Session, subject: Record, today: date) -> list[Letter]:
    """The templates for letters about ``subject``: those of its kind first, thanks first when it is over."""
    kind = getattr(subject, "kind", "")
    over = isinstance(subject, Visit) and _is_over(subject, today)
    found = fitting(session, entity_name(type(subject)))
    return sorted(found, key=lambda one: (not one.fits(kind), over and not one.after))


def _is_over(visit: Visit, today: date) -> bool:
    last = visit.ends or visit.starts
    return visit.state == "done" or (last is not None and last < today)


def _place(one: LetterTemplate, keys: Sequence[str]) -> int:
    """The place of the shipped letter that one of the office's own was copied from; after all if of none."""
    return keys.index(one.copied_from) if one.copied_from in keys else len(keys)


def chosen(session: Session, subject: Record, wanted: str, today: date) -> Letter:
    """The template that was asked for by its key, id or name; the first of ``today`` if none was.

    Raises Known if there is none, or if it is about something else.
    """
    found = _offered(session, subject, today)
    if not wanted:
        return found[0]
    names = {fold(wanted)}
    for one in found:
        if wanted == one.key or names & {fold(one.name.said(code)) for code in LANGUAGES}:
            return one
    sentence = _("There is no letter “{name}” for this. There are: {known}.")
    raise Known(sentence.format(name=wanted, known=", ".join(one.name.said() for one in found)))


def offered(session: Session, subject: Record) -> tuple[tuple[str, str], ...]:
    """Key and name of every template for a letter about ``subject``; the office's own say so."""
    found = _offered(session, subject, date.today())  # noqa: DTZ011 - the day on this desk
    return tuple((one.key, _said(one)) for one in found)


def _said(letter: Letter) -> str:
    name = letter.name.said()
    return name if letter.key in letter_keys() else _("{name} (our own)").format(name=name)


def own_letter(record: LetterTemplate) -> Letter:
    """A template of the office as a letter; its key is its id."""
    origin = shipped_letter(record.copied_from) if record.copied_from in letter_keys() else None
    wordings = {
        code: Wordings(**{part: in_language(record, part, code) for part in PARTS}) for code in LANGUAGES
    }
    return Letter(
        record.id,
        Wording(tuple((code, in_language(record, "name", code) or record.title()) for code in LANGUAGES)),
        record.about,
        Wording(),
        Source(Wording(), "unverified"),
        wordings,
        record.approval,
        origin.kinds if origin else (),
        origin.after if origin else False,
    )
