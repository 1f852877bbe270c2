"""Kinds of numbers: whole numbers, yes and no, amounts of money, positions on the map."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import BigInteger, Boolean, types

from dipdesk.errors import Invalid
from dipdesk.i18n import _, fold, format_amount, format_number, is_currency
from dipdesk.model.kinds.base import Json, Kind

OWN_CURRENCY = "TRY"
"""The currency in which an office keeps its books; it is meant where somebody types none."""

_AMOUNT = re.compile(r"(-?[\d., \u00a0\u202f]*\d)\s*([^\W\d_]{2,3}|[₺€$£])$")
_BARE = re.compile(r"\s*-?[\d., \u00a0\u202f]*\d\s*")
_SIGNS = {"₺": "TRY", "€": "EUR", "$": "USD", "£": "GBP", "TL": "TRY"}
_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}(?:(?:\.\d{3})*\.|(?:,\d{3})*,)\d{3}", re.ASCII)
_MOST = Decimal(10**15)
_POSITION = re.compile(r"(-?\d{1,3}(?:\.\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)$", re.ASCII)


class Whole(Kind[int]):
    """A whole number between ``least`` and ``most``."""

    numeric: ClassVar[bool] = True

    def __init__(self, *, required: bool = False, least: int = 0, most: int = 10**12) -> None:
        super().__init__(required=required)
        self.least = least
        self.most = most

    @property
    def sql(self) -> types.TypeEngine[Any]:
        return BigInteger()

    def read(self, text: str) -> int:
        digits = re.sub(r"(?<=\d)[ .,\u00a0](?=\d{3}(?!\d))", "", text)
        if not re.fullmatch(r"-?\d{1,18}", digits, re.ASCII):
            raise Invalid(_("“{text}” is not a whole number.").format(text=text))
        return int(digits)

    def check(self, value: int | None) -> int | None:
        if value is not None and not self.least <= value <= self.most:
            raise Invalid(
                _("The number must lie between {least} and {most}.").format(
                    least=format_number(self.least), most=format_number(self.most)
                )
            )
        return super().check(value)

    def show(self, value: int) -> str:
        return format_number(value)

    def pack(self, value: int) -> Json:
        return value

    def unpack(self, packed: Any) -> int:
        return int(packed)


class Year(Whole):
    """A year of the calendar, written without marks between its digits."""

    def __init__(self, *, required: bool = False) -> None:
        super().__init__(required=required, most=9999)

    def show(self, value: int) -> str:
        return str(value)


class Flag(Kind[bool]):
    """Yes or no."""

    empty: ClassVar[bool] = False

    @property
    def sql(self) -> types.TypeEngine[Any]:
        return Boolean()

    def read(self, text: str) -> bool:
        word = fold(text)
        if word in ("1", "true", "yes", "y", "x", "evet", "e", "dogru", fold(_("yes"))):
            return True
        if word in ("0", "false", "no", "n", "hayir", "h", "yanlis", fold(_("no"))):
            return False
        raise Invalid(_("“{text}” is neither yes nor no.").format(text=text))

    def show(self, value: bool) -> str:
        return _("yes") if value else _("no")

    def pack(self, value: bool) -> Json:
        return value

    def unpack(self, packed: Any) -> bool:
        return bool(packed)

    def pack_text(self, value: bool) -> str:
        return "yes" if value else "no"


@dataclass(frozen=True)
class Money:
    """An amount in a currency (ISO 4217)."""

    amount: Decimal
    currency: str

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"


class Amount(Kind[Money]):
    """An amount of money, written like ``1.250,50 EUR``."""

    numeric: ClassVar[bool] = True

    @property
    def example(self) -> str:
        """How an amount is written in the language spoken now."""
        return self.edit(Money(Decimal("1250.50"), OWN_CURRENCY))

    def typed(self, text: str) -> Money | None:
        """``parse``, where an amount without a currency is one in our own."""
        return self.parse(f"{text} {OWN_CURRENCY}" if _BARE.fullmatch(text) else text)

    def read(self, text: str) -> Money:
        found = _AMOUNT.match(text.upper())
        if found is None:
            raise self._no_amount(text)
        currency = _SIGNS.get(found[2], found[2])
        if not is_currency(currency):
            raise Invalid(_("“{text}” is not a currency dipdesk knows.").format(text=currency))
        amount = Decimal(_plain(found[1]))
        if amount.copy_abs() >= _MOST:
            raise self._no_amount(text)
        return Money(amount, currency)

    def edit(self, value: Money | None) -> str:
        return "" if value is None else format_amount(value.amount, value.currency, unmistakable=True)

    def unpack_text(self, text: str) -> Money:
        amount, currency = text.split()
        return Money(Decimal(amount), currency)

    def show(self, value: Money) -> str:
        return format_amount(value.amount, value.currency)

    def _no_amount(self, text: str) -> Invalid:
        sentence = _("“{text}” is not an amount. Write it like {example}.")
        return Invalid(sentence.format(text=text, example=self.example))


def _plain(number: str) -> str:
    """Digits with a point: the last ``,`` or ``.`` separates the cents unless it separates thousands."""
    bare = re.sub(r"[ \u00a0\u202f]", "", number)
    last = max(bare.rfind("."), bare.rfind(","))
    if last < 0:
        return bare
    whole, cents = re.sub(r"[.,]", "", bare[:last]), bare[last + 1 :]
    return whole + cents if _THOUSANDS.fullmatch(bare) else f"{whole}.{cents}"


@dataclass(frozen=True)
class Position:
    """A point on the globe, in degrees."""

    latitude: float
    longitude: float

    def __str__(self) -> str:
        return f"{self.latitude:.5f}, {self.longitude:.5f}"

    @property
    def geo(self) -> str:
        """Where it is as phones read it (RFC 5870): geo:41.00824,28.97843."""
        return f"geo:{self.latitude:.5f},{self.longitude:.5f}"


class OnMap(Kind[Position]):
    """A position, written like ``39.65, 27.88`` (north, east)."""

    def read(self, text: str) -> Position:
        found = _POSITION.match(text)
        place = Position(float(found[1]), float(found[2])) if found else None
        if place is None or abs(place.latitude) > 90 or abs(place.longitude) > 180:
            raise Invalid(_("“{text}” is not a position. Write it like 39.65, 27.88.").format(text=text))
        return place

    def show(self, value: Position) -> str:
        return f"{value.latitude:.5f}°, {value.longitude:.5f}°"
