"""What the sides of a visit are called: ours travels when we go abroad, and receives when others come."""

import pytest

from dipdesk.model import Delegation, Partner, Visit
from dipdesk.model.delegation import sides


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


def test_a_choice_of_sides_says_which_is_ours() -> None:
    abroad, here = Visit(kind="outbound"), Visit(kind="inbound")
    assert sides(abroad) == {"guest": "Guests (us)", "host": "Hosts (the other side)"}
    for visit in (abroad, here):
        visit.partner = Partner(name_tr="Gence", name_en="Ganja")
    assert sides(abroad) == {"guest": "Guests (us)", "host": "Hosts (Ganja)"}
    assert sides(here) == {"guest": "Guests (Ganja)", "host": "Hosts (us)"}
