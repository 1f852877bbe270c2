"""Back and forward, and what was used last."""

from pathlib import Path

from dipdesk.gui.recent import Recent
from dipdesk.gui.settings import Settings
from dipdesk.gui.trail import Spot, Trail


def test_going_somewhere_new_forgets_what_was_forward() -> None:
    trail = Trail()
    for place in ("today", "partner", "visit"):
        trail.visit(Spot(place))
    assert trail.back() == Spot("partner")
    trail.visit(Spot("person"))
    assert not trail.has_forward
    assert trail.back() == Spot("partner")


def test_staying_is_not_a_step() -> None:
    trail = Trail()
    trail.visit(Spot("partner"))
    trail.visit(Spot("partner"))
    assert not trail.has_back


def test_a_record_that_is_gone_leaves_the_trail() -> None:
    trail = Trail()
    for spot in (Spot("partner"), Spot("person", "a"), Spot("visit"), Spot("person", "a")):
        trail.visit(spot)
    trail.forget("a")
    assert trail.here == Spot("person")
    assert trail.back() == Spot("visit")
    assert trail.back() == Spot("partner")
    assert not trail.has_back


def test_the_trail_does_not_grow_for_ever() -> None:
    trail = Trail()
    for number in range(500):
        trail.visit(Spot("person", str(number)))
    steps = 0
    while trail.has_back:
        trail.back()
        steps += 1
    assert steps == 199


def test_pinned_files_come_first_and_removed_ones_go(settings: Settings) -> None:
    recent = Recent(settings)
    for name in ("a", "b", "c"):
        recent.opened(Path(f"/office/{name}.dipdesk"))
    recent.pin(Path("/office/a.dipdesk"), True)
    assert [path.stem for path in recent.files()] == ["a", "c", "b"]
    recent.remove(Path("/office/c.dipdesk"))
    assert [path.stem for path in recent.files()] == ["a", "b"]
    recent.remove(Path("/office/a.dipdesk"))
    assert not recent.is_pinned(Path("/office/a.dipdesk"))
    assert recent.last_open() is None
