"""The kind of an item of the programme follows from the words of its title, in both languages."""

import pytest

from dipdesk.model import Ceremony, field_of
from dipdesk.model.kinds import Choice
from dipdesk.model.programme import ITEM_KINDS
from dipdesk.rules import programme_words
from dipdesk.rules.programme_words import ceremony_of, kind_of


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Öğle yemeği", "meal"),
        ("ÖĞLE YEMEĞİ (Belediye lokali)", "meal"),
        ("Karşılama resepsiyonu", "meal"),
        ("Dinner hosted by the Mayor", "meal"),
        ("Working lunch", "meal"),
        ("Nezaket ziyareti", "call"),
        ("Heyetler arası görüşme", "meeting"),
        ("İmza töreni", "ceremony"),
        ("Basın toplantısı", "press"),
        ("Press conference", "press"),
        ("Havalimanına hareket", "travel"),
        ("Site visit: water works", "tour"),
        ("Restoran seçimi", ""),
        ("", ""),
    ],
)
def test_a_title_speaks_of_a_kind(title: str, kind: str) -> None:
    assert kind_of(title) == kind


def test_the_first_title_that_speaks_decides_and_all_kinds_are_known() -> None:
    assert kind_of("X", "Lunch") == "meal"
    assert {kind for _word, kind in programme_words._words()} < set(ITEM_KINDS)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Akşam yemeği", "dinner"),
        ("Dinner hosted by the Mayor", "dinner"),
        ("İmza töreni", "signing"),
        ("Karşılama resepsiyonu", "reception"),
        ("Kardeşliğin 10. yıl dönümü", "anniversary"),
        ("Tören", ""),
    ],
)
def test_a_title_speaks_of_a_kind_of_ceremony(title: str, kind: str) -> None:
    assert ceremony_of(title) == kind


def test_every_kind_of_ceremony_is_known_by_its_own_name() -> None:
    kind = field_of(Ceremony, "kind").kind
    assert isinstance(kind, Choice)
    assert {code: ceremony_of(kind.label(code)) for code in kind.options} == {
        one: one for one in kind.options
    }
