"""What the sides of a visit are called: ours travels when we go abroad, and receives when others come."""

import pytest

from dipdesk.model import Delegation, Visit


@pytest.mark.parametrize(
    ("kind", "guest", "host"),
    [
        ("outbound", "Our delegation", "Their side"),
        ("meeting", "Our delegation", "Their side"),
        ("inbound", "Guests", "Our side"),
    ],
)
def test_sides_are_called_as_we_see_them(kind: str, guest: str, host: str) -> None:
    visit = Visit(kind=kind)
    assert (visit.side_name("guest"), visit.side_name("host"), visit.side_name("")) == (guest, host, "")
    side = Delegation(side="guest", name_tr="", name_en="")
    side.visit = visit
    assert side.name("en") == guest
