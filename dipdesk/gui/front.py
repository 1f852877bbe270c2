"""The pages that come first: today, and the welcome page; they need no rooms."""

from typing import TYPE_CHECKING

from dipdesk.gui.today import TodayPage
from dipdesk.gui.trail import Spot
from dipdesk.gui.welcome import WelcomePage
from dipdesk.store.held_file import HeldFile

if TYPE_CHECKING:
    from dipdesk.gui.desk import Desk


def today_page(desk: "Desk", held: HeldFile) -> TodayPage:
    """The page of today of a file; what is done on it is done in the rooms."""
    made = TodayPage(held)
    made.opened.connect(lambda name, row_id: desk.go(Spot(name, row_id)))
    made.wanted.connect(desk.do)
    made.done.connect(lambda due: desk.in_rooms(lambda rooms: rooms.mark_done(due)))
    made.fares_wanted.connect(lambda word: desk.in_rooms(lambda rooms: rooms.show_faring(word)))
    made.put_off.connect(lambda due: desk.in_rooms(lambda rooms: rooms.put_off(due)))
    made.filled.connect(desk.show_today)
    made.whole.connect(desk.rooms_wanted)
    if desk.rooms is not None:
        desk.rooms.tell(made)
        made.ask_more()
    return made


def welcome_page(desk: "Desk") -> WelcomePage:
    """The page that one sees without a file."""
    made = WelcomePage(desk.recent, is_open=desk.files.held is not None)
    made.wanted.connect(desk.do)
    made.file_wanted.connect(desk.files.open)
    return made
