"""What is to be minded about a gift, as remarks: given before, customs, limit and terms."""

from dipdesk.actions.gift_advice import Minded
from dipdesk.gui.form.remarks import Remark
from dipdesk.gui.form.source_line import source_line
from dipdesk.gui.tones import Tone
from dipdesk.i18n import _, country_name, language
from dipdesk.rules import gifts
from dipdesk.rules.gifts import Advice, Weight
from dipdesk.rules.gifts_culture import Note

_TONES: dict[Weight, Tone] = {"must": "bad", "should": "attention", "note": "info"}


def remarks(found: Minded) -> list[Remark]:
    """What is said of a gift: terms, given before, customs, what is missing, what is worth knowing."""
    pressing = [_of_advice(one) for one in found.advice if one.weight == "must"]
    others = [_of_advice(one) for one in found.advice if one.weight != "must"]
    wrong = [Remark("bad", said) for said in (found.number, found.stock) if said]
    return [*wrong, *pressing, *repeats_of(found), *customs_of(found), *others]


def repeats_of(found: Minded, *, with_source: bool = True) -> list[Remark]:
    """What was given before or is planned elsewhere too; the same words only once."""
    source = source_line(gifts.source_of("twice")) if with_source else ""
    return [Remark("attention", said, source) for said in dict.fromkeys(one.said() for one in found.repeats)]


def customs_of(found: Minded) -> list[Remark]:
    """What is not given, or with care, where the receiver comes from."""
    return [_of_note(one, found.country) for one in found.notes]


def _of_advice(one: Advice) -> Remark:
    return Remark(_TONES[one.weight], one.text, f"{one.reason} {source_line(one.source)}")


def _of_note(one: Note, country: str) -> Remark:
    """A custom with its tag; it names the country it is said of."""
    tag = _("Known custom") if one.tag == "K" else _("Uncertain custom")
    where = country_name(country, language()) if country else ""
    start = " · ".join(part for part in (tag, where) if part)
    return Remark("attention", one.text.said(), f"{start}. {source_line(one.source)}")
