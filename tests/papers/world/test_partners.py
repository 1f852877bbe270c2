"""Which partners are pins, with which sign."""

from dataclasses import replace

from dipdesk.actions.partner_map import MappedClass, MappedPartner, PartnerMap, Standing
from dipdesk.model.kinds import Position
from dipdesk.papers.world.partners import BY_CLASS, BY_STATE, NONE, Choice, pins

HERE = Position(40.0, 30.0)
BOTH = MappedPartner("1", "Bir", "", "city", HERE, (Standing("s", "active"), Standing("f", "ended", "m")))
ALONE = MappedPartner("2", "İki", "", "city", HERE)
MEMBER = MappedPartner("3", "Üç", "", "member", HERE)
LOST = MappedPartner("4", "Dört", "", "city", None, (Standing("s", "active"),))
STRANGE = MappedPartner("5", "Beş", "", "city", HERE, (Standing("gone", "nonsense"),))
CLASSES = (MappedClass("s", "Kardeş şehir", "blue"), MappedClass("f", "Dost şehir", "no such colour"))
DATA = PartnerMap((BOTH, ALONE, MEMBER, LOST), CLASSES, (("m", "Çekmeköy"),), None)


def shown(choice: Choice, by: str = BY_CLASS) -> dict[str, str]:
    found, _legend = pins(DATA, choice, by)
    return {str(pin.name): str(pin.sign.label) for pin in found}


def test_all_with_a_position_are_shown_with_their_liveliest_relation() -> None:
    assert shown(Choice()) == {
        "Bir": "Kardeş şehir",
        "İki": "Without a relation",
        "Üç": "Member municipality",
    }
    assert shown(Choice(), BY_STATE)["Bir"] == "Active"


def test_a_partner_is_shown_by_the_relation_that_passes() -> None:
    assert shown(Choice(classes={"f"})) == {"Bir": "Dost şehir"}
    assert shown(Choice(states={"ended"}), BY_STATE) == {"Bir": "Ended"}
    assert shown(Choice(municipalities={"m"})) == {"Bir": "Dost şehir"}
    assert shown(Choice(municipalities={NONE})) == {"Bir": "Kardeş şehir"}
    assert shown(Choice(classes={"s"}, states={"ended"})) == {}


def test_those_without_a_relation_can_be_asked_for() -> None:
    assert set(shown(Choice(classes={NONE}))) == {"İki", "Üç"}
    assert set(shown(Choice(states={NONE, "ended"}))) == {"Bir", "İki", "Üç"}


def test_the_legend_holds_just_what_is_shown() -> None:
    _found, legend = pins(DATA, Choice(classes={"s", NONE}), BY_CLASS)
    assert [str(sign.label) for sign in legend] == [
        "Kardeş şehir",
        "Member municipality",
        "Without a relation",
    ]
    assert len({sign.mark for sign in legend}) == 3 or legend[0].colour != legend[-1].colour


def test_a_class_that_is_gone_does_no_harm() -> None:
    data = replace(DATA, partners=(STRANGE,))
    for by in (BY_CLASS, BY_STATE):
        found, legend = pins(data, Choice(), by)
        assert [str(pin.sign.label) for pin in found] == ["Not said"]
        assert [str(sign.label) for sign in legend] == ["Not said"]
