"""Whose card the editor of a layout shows: people of the office, or nobody in particular."""

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.actions.attendance import country_code, held_post
from dipdesk.i18n import LANGUAGES, _, language, sort_key, speaking
from dipdesk.model import Ceremony, Person, Visit
from dipdesk.papers.blocks import Picture
from dipdesk.papers.cards.bearer import Bearer
from dipdesk.papers.cards.people import Company, One
from dipdesk.papers.logistics.trip import Trip
from dipdesk.papers.making import now
from dipdesk.papers.occasion import Occasion
from dipdesk.papers.reading import Reading
from dipdesk.rules.card_layouts import KINDS
from dipdesk.rules.countries import HOME

MOST = 300
"""People who can be chosen; a list is no register."""
_NOBODY = Bearer(lambda kind: _(KINDS[kind]) if kind in KINDS else "", HOME, "BEGIN:VCARD\r\nEND:VCARD")


def people(session: Session) -> list[tuple[str, str]]:
    """Id and name of people whose card can be shown, by name."""
    found = session.scalars(select(Person).order_by(Person.id).limit(MOST))
    line = sorted(found, key=lambda one: sort_key(one.order_text(), language()))
    return [(one.id, one.title()) for one in line]


def shown(session: Session, person_id: str) -> tuple[Bearer, Picture | None]:
    """Somebody as the bearer of a card, with the logo; the names of the elements if it is nobody.

    All words are read now, in every language, so that the card can be drawn again and again.
    """
    occasion = Occasion(now(session), language())
    person = session.get(Person, person_id) if person_id else None
    logo = Reading(session, occasion, False).logo()
    if person is None:
        return _settled(_NOBODY), logo
    visit = session.scalars(select(Visit).order_by(Visit.starts.desc()).limit(1)).first()
    trip = Trip(session, occasion, False, visit or Visit(title_tr=Ceremony.label[0]))
    post = held_post(session, person.id, "", occasion.made_at.date())
    partner = post.partner if post else None
    one = One(person, person, post, "", country_code(post, None), "Member", partner)
    return _settled(Company(trip).bearer(one)), logo


def _settled(bearer: Bearer) -> Bearer:
    """A bearer whose words are all known, so that no office file needs to be read for them."""
    known = {}
    for code in LANGUAGES:
        with speaking(code):
            known.update({(code, kind): bearer.words(kind) for kind in KINDS})
    samples = {kind for kind in KINDS if not any(known[code, kind] for code in LANGUAGES)}

    def words(kind: str) -> str:
        return _(KINDS[kind]) if kind in samples else known[language(), kind]

    photo = bearer.photo()
    return replace(bearer, words=words, photo=lambda: photo)
