"""What to mind about a gift of the register: given before, customs of the country, limits and terms.

gift_advice.of(session, gift_id)      None if it is gone
gift_advice.before(session, values)   a gift that is not entered yet
gift_advice.twice(session, visit_id)  the gifts of a visit that are given twice
gift_advice.case(gift)                a gift as the rules see it
gift_advice.own_wages(session)        the rows of the office on the limit
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from dipdesk.i18n import _, fold
from dipdesk.model import Ceremony, Gift, GiftCustom, GiftLimit, Partner, Person, Post, Visit
from dipdesk.model.fields import in_language
from dipdesk.model.kinds import Money
from dipdesk.model.visit import ABROAD
from dipdesk.rules import gifts, gifts_culture, gifts_memory
from dipdesk.rules.countries import HOME
from dipdesk.rules.gifts import Advice, GiftCase
from dipdesk.rules.gifts_culture import Note
from dipdesk.rules.gifts_limits import Limit, Wage, limit_on, own_wage
from dipdesk.rules.gifts_memory import Given, Repeat
from dipdesk.rules.sources import Source, Wording
from dipdesk.rules.timing import Moment
from dipdesk.store import gift_stock

_LIRA = "TRY"
_KNOWN = ("what_tr", "what_en", "kind", "pieces", "article_id", "receiver_id", "receiver_body_id")
"""The fields by which a gift is compared with others."""


@dataclass(frozen=True)
class Minded:
    """All there is to mind about a gift; ``stock`` says what is wrong with the stock it comes from.

    ``number`` says which other gift has its number.
    """

    advice: tuple[Advice, ...]
    repeats: tuple[Repeat, ...]
    notes: tuple[Note, ...]
    country: str
    stock: str = ""
    number: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is to be minded."""
        return not (self.advice or self.repeats or self.notes or self.stock or self.number)


def of(session: Session, gift_id: str) -> Minded | None:
    """What to mind about the gift with this id; None if it is gone."""
    gift = session.get(Gift, gift_id)
    if gift is None:
        return None
    found = case(session, gift)
    advised = gifts.advice(found, limit_of(session, found))
    number = _same_number(session, gift)
    if gift.direction != "given" or gift.state == "cancelled":
        return Minded(advised, (), (), "", number=number)
    country = country_of(session, gift.receiver_body, gift.receiver)
    notes = gifts_culture.fitting(customs(session), country, gift.kind, _names(gift), gift.pieces)
    short = gift_stock.level(session, gift.article_id).warning() if gift.article_id else ""
    return Minded(advised, repeats(session, gift), notes, country, short, number)


def before(session: Session, values: Mapping[str, object]) -> Minded:
    """What to mind about a gift that is not entered yet: given before, and customs.

    ``values`` are those of its fields, as far as they are known; nothing is said of a gift to us.
    """
    known = {name: value for name, value in values.items() if name in _KNOWN and value is not None}
    gift = Gift(**{"pieces": 1, **known})
    if values.get("direction", "given") != "given" or not (gift.title() or gift.article_id):
        return Minded((), (), (), "")
    body = session.get(Partner, gift.receiver_body_id) if gift.receiver_body_id else None
    person = session.get(Person, gift.receiver_id) if gift.receiver_id else None
    country = country_of(session, body, person)
    notes = gifts_culture.fitting(customs(session), country, gift.kind or "", _names(gift), gift.pieces)
    return Minded((), repeats(session, gift), notes, country)


def twice(session: Session, visit_id: str) -> Mapping[str, tuple[Repeat, ...]]:
    """The gifts of a visit that were, or are to be, given before or elsewhere too, by their ids."""
    ours = select(Gift).where(Gift.visit_id == visit_id, Gift.direction == "given", Gift.state != "cancelled")
    found = {one.id: repeats(session, one) for one in session.scalars(ours)}
    return {gift: same for gift, same in found.items() if same}


def _same_number(session: Session, gift: Gift) -> str:
    """A sentence that names another gift with the same register number; empty if there is none."""
    if not gift.number:
        return ""
    query = select(Gift).where(Gift.number == gift.number, Gift.id != gift.id).order_by(Gift.id)
    other = session.scalars(query).first()
    if other is None:
        return ""
    said = _("The register number {number} is also that of “{name}”. Each gift needs its own.")
    return said.format(number=gift.number, name=other.title())


def repeats(session: Session, gift: Gift) -> tuple[Repeat, ...]:
    """The gifts to the same person or body that are the same or alike."""
    same = [
        column == value
        for column, value in (
            (Gift.receiver_id, gift.receiver_id),
            (Gift.receiver_body_id, gift.receiver_body_id),
        )
        if value
    ]
    if not same:
        return ()
    query = select(Gift).where(or_(*same), Gift.direction == "given", Gift.state != "cancelled")
    return gifts_memory.repeats(_given(gift), [_given(one) for one in session.scalars(query)])


def customs(session: Session) -> list[Note]:
    """The culture notes of the office."""
    found = sorted(session.scalars(select(GiftCustom)), key=lambda one: one.id)
    return [_note(one) for one in found]


def _note(one: GiftCustom) -> Note:
    every = frozenset({gifts_culture.EVERYWHERE})
    kinds = frozenset({one.kind} - {""})
    is_about_some = kinds or one.words or one.pieces
    return Note(
        key=one.id,
        name=Wording((("tr", one.name_tr), ("en", one.name_en))),
        countries=frozenset(one.countries) or every,
        not_in=frozenset(one.not_in),
        kinds=kinds if is_about_some else every,
        words=tuple(fold(word) for word in one.words),
        pieces=frozenset({one.pieces} if one.pieces else ()),
        text=Wording((("tr", one.text_tr), ("en", one.text_en))),
        tag=one.tag,
        source=Source(
            Wording((("tr", one.source_tr), ("en", one.source_en))),
            "unverified",
            one.read_on.isoformat() if one.read_on else "",
        ),
    )


def case(session: Session, gift: Gift) -> GiftCase:
    """A gift as the rules see it."""
    return GiftCase(
        direction=gift.direction,
        state=gift.state,
        received_on=received_on(gift),
        foreign=_is_foreign(session, gift),
        lira=in_lira(gift),
        has_value=gift.value is not None,
        value_source=gift.value_source,
        valuation_number=gift.valuation_number,
        basis=gift.basis,
        inventory_number=gift.inventory_number,
        is_handed_in=gift.handed_in_on is not None,
        is_sent_back=gift.returned_on is not None,
        is_announced=gift.announced_on is not None,
        listed_in=gift.listed_in,
    )


def received_on(gift: Gift) -> date | None:
    """The day from which terms run: that of the receipt, abroad that of the return."""
    visit = gift.visit
    if gift.day and visit is not None and visit.kind in ABROAD and visit.ends:
        return max(gift.day, visit.ends)
    return gift.day


def in_lira(gift: Gift) -> Decimal | None:
    """The value in lira, if it is known."""
    for value in (gift.in_lira, gift.value):
        if isinstance(value, Money) and value.currency == _LIRA:
            return value.amount
    return None


def limit_of(session: Session, found: GiftCase) -> Limit | None:
    """The limit of the day on which a gift was received; None if there is no day or no figure for it."""
    return limit_on(found.received_on, own_wages(session)) if found.received_on else None


def own_wages(session: Session) -> tuple[Wage, ...]:
    """The net minimum wages that the office entered."""
    return tuple(
        own_wage(one.valid_from, one.wage.amount if one.wage else None, one.source)
        for one in session.scalars(select(GiftLimit))
        if one.valid_from is not None and (one.wage is None or one.wage.currency == _LIRA)
    )


def country_of(session: Session, body: Partner | None, person: Person | None) -> str:
    """The country of a body, else of where the person has a post; empty if neither is known."""
    if body is None and person is not None:
        query = select(Post).where(Post.person_id == person.id, Post.partner_id.is_not(None))
        posts = session.scalars(query.order_by(Post.until.is_not(None), Post.since.desc(), Post.id))
        body = next((post.partner for post in posts if post.partner is not None), None)
    return str(body.country.code) if body is not None and body.country is not None else ""


def _is_foreign(session: Session, gift: Gift) -> bool | None:
    country = country_of(session, gift.giver_body, gift.giver)
    return country != HOME if country else None


def _given(gift: Gift) -> Given:
    event = gift.visit or gift.ceremony
    return Given(
        row_id=gift.id,
        names=_names(gift),
        kind="" if gift.kind == "other" else gift.kind,
        article_id=gift.article_id or "",
        receiver_id=gift.receiver_id or "",
        body_id=gift.receiver_body_id or "",
        day=gift.day or _day_of(event),
        is_done=gift.state == "done",
        where=event.title() if event is not None else "",
        receiver=gift.receiver.full_name() if gift.receiver else "",
        body=gift.receiver_body.title() if gift.receiver_body else "",
    )


def _day_of(event: Visit | Ceremony | None) -> date | None:
    """The day on which a visit or a ceremony begins."""
    starts = event.starts if event is not None else None
    return starts.local.date() if isinstance(starts, Moment) else starts


def _names(gift: Gift) -> tuple[str, ...]:
    """What the gift is called, in the language spoken now first."""
    known = (gift.title(), *(in_language(gift, "what", code) for code in ("tr", "en")))
    return tuple(dict.fromkeys(name for name in known if name)) or ("",)
