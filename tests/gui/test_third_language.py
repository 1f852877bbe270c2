"""A window in a language that records are not kept in: everything is there, told in English."""

from dipdesk.gui.desk import Desk
from dipdesk.gui.places import FOOT, PLACES
from dipdesk.gui.trail import Spot
from dipdesk.i18n import own_name, speak
from dipdesk.model import Partner
from dipdesk.store import going
from tests.gui import small_office


def test_every_place_and_record_can_be_had(desk: Desk) -> None:
    assert desk.office is not None
    ids = small_office.fill(desk.office)
    speak("de")
    for place in (*PLACES, *FOOT):
        desk.go_to_place(place.key)
        assert desk.trail.here == Spot(place.key)
    for name in ("partner", "person", "visit"):
        desk.go(Spot(name, ids[name]))
    with desk.office.read() as session:
        partner = session.get_one(Partner, ids["network"])
        assert partner.title() == partner.name_en
        found = going.targets(session.connection(), partner.name_en, 5)
        assert [one.title for one in found if one.row_id == partner.id] == [partner.name_en]


def test_a_language_is_called_as_it_calls_itself() -> None:
    names = ["Türkçe", "English", "Deutsch", "Français"]
    assert [own_name(code) for code in ("tr", "en", "de", "fr")] == names
