"""Gifts: what lies in stock, what came and went, every gift given or received, limits and customs."""

from datetime import date

from sqlalchemy.orm import Mapped

from dipdesk.i18n import N_, _, language
from dipdesk.model.ceremony import Ceremony
from dipdesk.model.fields import Privacy, best_text, field
from dipdesk.model.kinds import Amount, Choice, Countries, Day, File, Link, Money, Text, Whole, Words, Year
from dipdesk.model.partner import Partner
from dipdesk.model.person import Person
from dipdesk.model.programme import ProgrammeItem
from dipdesk.model.record import Record, follow
from dipdesk.model.visit import Visit

GIFT_KINDS = {
    "plaque": N_("Plaque"),
    "craft": N_("Handicraft"),
    "ceramics": N_("Ceramics or glass"),
    "textile": N_("Textile or carpet"),
    "jewellery": N_("Jewellery"),
    "art": N_("Work of art"),
    "book": N_("Book or publication"),
    "food": N_("Food or sweets"),
    "alcohol": N_("Alcoholic drink"),
    "flowers": N_("Flowers or plant"),
    "leather": N_("Leather"),
    "knife": N_("Knife or blade"),
    "clock": N_("Clock or watch"),
    "religious": N_("Religious object"),
    "electronic": N_("Electronic device"),
    "other": N_("Other"),
}
GIFT_DIRECTIONS = {"given": N_("From us"), "received": N_("From them")}
GIFT_STATES = {"planned": N_("Planned"), "done": N_("Handed over"), "cancelled": N_("Cancelled")}
VALUE_SOURCES = {
    "invoice": N_("Invoice"),
    "list": N_("Price list"),
    "estimate": N_("Estimate of the office"),
    "commission": N_("Valuation commission"),
}
BASES = {
    "contribution": N_("Contribution to the body, entered in the inventory"),
    "books": N_("Books, recordings, calendars and the like"),
    "prizes": N_("Prize won in a public competition"),
    "keepsakes": N_("Keepsake of an event open to all"),
    "symbolic": N_("Symbolic advertising or handicraft given to everyone"),
    "protocol": N_("Gift of protocol and courtesy"),
    "other": N_("Other basis"),
}
STOCK_REASONS = {
    "bought": N_("Bought"),
    "donated": N_("Donated"),
    "returned": N_("Came back"),
    "lost": N_("Lost or broken"),
    "counted": N_("Corrected by counting"),
}
CUSTOM_TAGS = {"K": N_("Known custom"), "U": N_("Uncertain custom")}
_ABOUT = N_("About which gifts")
_FROM = N_("Where it was read")
_VALUE = N_("Value")
_WHO = N_("From whom, for whom")
_KEPT = N_("Where it went")


class GiftArticle(Record):
    """A kind of gift that the office keeps to give away."""

    __tablename__ = "gift_article"
    label = N_("Gift in stock"), N_("Gifts in stock")
    icon = "gift"
    columns = ("name_tr", "kind", "at_first", "price", "supplier", "where_kept")

    name_tr: Mapped[str] = field(Text(either=True, tongue="tr"), N_("Name in Turkish"), width=30)
    name_en: Mapped[str] = field(Text(either=True, tongue="en"), N_("Name in English"), width=30)
    kind: Mapped[str] = field(Choice(GIFT_KINDS), N_("Kind"), width=18)
    material: Mapped[str] = field(Text(), N_("Material and size"), listed=False)
    photo: Mapped[str] = field(File(), N_("Photo"), listed=False)
    price: Mapped[Money | None] = field(Amount(), N_("Price of one"), group=_VALUE, width=14)
    price_on: Mapped[date | None] = field(Day(), N_("Price of the day"), group=_VALUE, listed=False)
    supplier: Mapped[str] = field(Text(), N_("Supplier"), group=_VALUE)
    where_kept: Mapped[str] = field(Text(), N_("Where kept"), together="stock")
    at_first: Mapped[int | None] = field(
        Whole(least=0, most=99999),
        N_("Pieces at first"),
        together="stock",
        hint=N_("What is there now; later movements are entered one by one"),
        width=10,
    )
    story_tr: Mapped[str] = field(
        Text(long=True, tongue="tr"), N_("What to say of it, in Turkish"), listed=False
    )
    story_en: Mapped[str] = field(
        Text(long=True, tongue="en"), N_("What to say of it, in English"), listed=False
    )

    def title(self) -> str:
        return best_text(self, "name", language())


class StockMove(Record):
    """Gifts came into the stock or went out of it otherwise than by being given."""

    __tablename__ = "stock_move"
    label = N_("Stock movement"), N_("Stock movements")
    icon = "gift"
    columns = ("day", "pieces", "reason", "article_id")
    order_by = ("-day",)

    article_id: Mapped[str | None] = field(
        Link("gift_article", required=True, owner=True, names=True), N_("Gift"), width=26
    )
    day: Mapped[date | None] = field(Day(required=True), N_("Day"), width=14)
    pieces: Mapped[int | None] = field(
        Whole(required=True, least=-99999, most=99999),
        N_("Pieces"),
        hint=N_("With a minus for what went out"),
        width=8,
    )
    reason: Mapped[str] = field(Choice(STOCK_REASONS), N_("Reason"), initial="bought", width=18)
    note: Mapped[str] = field(Text(), N_("Note"), listed=False)

    article: Mapped[GiftArticle | None] = follow(article_id)

    def title(self) -> str:
        return self.article.title() if self.article else ""


class Gift(Record):
    """A gift given or received, as the register of gifts wants it."""

    __tablename__ = "gift"
    label = N_("Gift"), N_("Gifts")
    icon = "gift"
    columns = ("what_tr", "number", "day", "direction", "state", "value", "visit_id")
    asks = (
        *("direction", "state", "what_tr", "what_en", "kind", "value"),
        *("receiver_id", "receiver_body_id", "giver_id", "giver_body_id"),
        *("day", "number", "visit_id"),
    )
    order_by = ("-day",)

    number: Mapped[str] = field(Text(most=40), N_("Register number"), width=12, copied=False)
    direction: Mapped[str] = field(
        Choice(GIFT_DIRECTIONS, required=True), N_("Direction"), initial="given", width=12
    )
    state: Mapped[str] = field(Choice(GIFT_STATES), N_("State"), initial="planned", width=12, copied=False)
    day: Mapped[date | None] = field(Day(), N_("Day"), width=14)
    article_id: Mapped[str | None] = field(Link("gift_article"), N_("From our stock"), width=24)
    what_tr: Mapped[str] = field(Text(either=True, tongue="tr"), N_("What, in Turkish"), width=30)
    what_en: Mapped[str] = field(Text(either=True, tongue="en"), N_("What, in English"), width=30)
    kind: Mapped[str] = field(Choice(GIFT_KINDS), N_("Kind"), width=18)
    material: Mapped[str] = field(Text(), N_("Material and size"), listed=False)
    pieces: Mapped[int | None] = field(Whole(least=1, most=99999), N_("Pieces"), initial=1, width=8)
    photo: Mapped[str] = field(File(), N_("Photo"), listed=False)
    visit_id: Mapped[str | None] = field(Link("visit"), N_("Visit"), width=24)
    ceremony_id: Mapped[str | None] = field(Link("ceremony"), N_("Ceremony"), listed=False)
    item_id: Mapped[str | None] = field(
        Link("programme_item"), N_("Handed over at"), hint=N_("The item of the programme"), listed=False
    )
    giver_id: Mapped[str | None] = field(Link("person"), N_("Giver"), group=_WHO, width=22)
    giver_body_id: Mapped[str | None] = field(
        Link("partner"), N_("Giver's body"), group=_WHO, hint=N_("Left empty for our own office"), width=22
    )
    receiver_id: Mapped[str | None] = field(Link("person"), N_("Receiver"), group=_WHO, width=22)
    receiver_body_id: Mapped[str | None] = field(
        Link("partner"), N_("Receiver's body"), group=_WHO, hint=N_("Left empty for our own office"), width=22
    )
    value: Mapped[Money | None] = field(
        Amount(), N_("Value of all pieces"), group=_VALUE, privacy=Privacy.CONTACT, width=14
    )
    in_lira: Mapped[Money | None] = field(
        Amount(), N_("Value in lira"), group=_VALUE, privacy=Privacy.CONTACT, width=14
    )
    value_source: Mapped[str] = field(
        Choice(VALUE_SOURCES), N_("Source of the value"), group=_VALUE, listed=False
    )
    value_on: Mapped[date | None] = field(Day(), N_("Value of the day"), group=_VALUE, listed=False)
    valuation_number: Mapped[str] = field(
        Text(most=80), N_("Valuation document"), group=_VALUE, listed=False, copied=False
    )
    basis: Mapped[str] = field(Choice(BASES), N_("Basis"), group=_KEPT, width=24)
    inventory_number: Mapped[str] = field(Text(most=80), N_("Inventory number"), group=_KEPT, copied=False)
    where_kept: Mapped[str] = field(Text(), N_("Where kept"), group=_KEPT)
    keeper_id: Mapped[str | None] = field(Link("person"), N_("Keeper"), group=_KEPT, width=22)
    handed_in_on: Mapped[date | None] = field(
        Day(), N_("Handed to the institution on"), group=_KEPT, copied=False
    )
    announced_on: Mapped[date | None] = field(
        Day(), N_("Announced on"), group=_KEPT, listed=False, copied=False
    )
    returned_on: Mapped[date | None] = field(
        Day(), N_("Sent back on"), group=_KEPT, listed=False, copied=False
    )
    listed_in: Mapped[int | None] = field(
        Year(), N_("In the January list of"), group=_KEPT, width=10, copied=False
    )
    note: Mapped[str] = field(Text(long=True), N_("Note"), group=_KEPT, listed=False)

    article: Mapped[GiftArticle | None] = follow(article_id)
    visit: Mapped[Visit | None] = follow(visit_id)
    ceremony: Mapped[Ceremony | None] = follow(ceremony_id)
    item: Mapped[ProgrammeItem | None] = follow(item_id)
    giver: Mapped[Person | None] = follow(giver_id)
    giver_body: Mapped[Partner | None] = follow(giver_body_id)
    receiver: Mapped[Person | None] = follow(receiver_id)
    receiver_body: Mapped[Partner | None] = follow(receiver_body_id)
    keeper: Mapped[Person | None] = follow(keeper_id)

    def title(self) -> str:
        return best_text(self, "what", language())

    def remarks(self) -> dict[str, str]:
        if self.direction == "received" and self.article_id:
            return {"article_id": _("What we received does not come from our stock.")}
        return {}


class GiftCustom(Record):
    """What to mind about gifts to some countries: a custom, for gifts of a kind, a name or a number."""

    __tablename__ = "gift_custom"
    label = N_("Culture note"), N_("Culture notes")
    icon = "gift"
    columns = ("name_tr", "text_tr", "countries", "kind", "tag")

    name_tr: Mapped[str] = field(Text(either=True, tongue="tr"), N_("Name in Turkish"), width=26)
    name_en: Mapped[str] = field(Text(either=True, tongue="en"), N_("Name in English"), width=26)
    text_tr: Mapped[str] = field(Text(long=True, tongue="tr", most=1000), N_("Note in Turkish"), width=40)
    text_en: Mapped[str] = field(Text(long=True, tongue="en", most=1000), N_("Note in English"), width=40)
    countries: Mapped[tuple[str, ...]] = field(
        Countries(), N_("Countries"), hint=N_("Left empty, it holds everywhere"), width=30
    )
    not_in: Mapped[tuple[str, ...]] = field(Countries(), N_("But not in"), listed=False)
    kind: Mapped[str] = field(
        Choice(GIFT_KINDS),
        N_("About gifts of the kind"),
        hint=N_("Without kind, words and number it is about every gift"),
        group=_ABOUT,
        width=18,
    )
    words: Mapped[tuple[str, ...]] = field(
        Words(),
        N_("Or whose name holds a word"),
        hint=N_("The beginning of the word is enough"),
        group=_ABOUT,
    )
    pieces: Mapped[int | None] = field(
        Whole(least=1, most=999), N_("Or of so many pieces"), group=_ABOUT, width=8
    )
    tag: Mapped[str] = field(Choice(CUSTOM_TAGS), N_("How sure"), initial="K", group=_FROM, width=14)
    source_tr: Mapped[str] = field(Text(tongue="tr"), N_("Source in Turkish"), group=_FROM)
    source_en: Mapped[str] = field(Text(tongue="en"), N_("Source in English"), group=_FROM)
    read_on: Mapped[date | None] = field(Day(), N_("Read on"), group=_FROM, width=14)

    def title(self) -> str:
        return best_text(self, "name", language())


class GiftLimit(Record):
    """From a day on the net minimum wage is so much; ten months of it are the limit for gifts from abroad."""

    __tablename__ = "gift_limit"
    label = N_("Gift limit"), N_("Gift limits")
    icon = "gift"
    columns = ("valid_from", "wage", "source")
    order_by = ("-valid_from",)

    valid_from: Mapped[date | None] = field(Day(required=True), N_("Valid from"), width=16)
    wage: Mapped[Money | None] = field(
        Amount(),
        N_("Net minimum wage of a month"),
        hint=N_("In lira; ten months of it are the limit"),
        width=18,
    )
    source: Mapped[str] = field(Text(), N_("Source"), width=40)

    def title(self) -> str:
        return Day().format(self.valid_from)
