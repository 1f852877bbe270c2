"""What can be done with a seating plan: each deed is one step that can be undone, or one clear sentence."""

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtWidgets import QWidget

from dipdesk.actions import seating_plans
from dipdesk.actions.seating_plans import Seated
from dipdesk.errors import Invalid, Known
from dipdesk.gui.form.new_record import new_record
from dipdesk.gui.form.seating.ways_out import WaysOutDialog
from dipdesk.gui.jobs import Jobs
from dipdesk.gui.toast import toast
from dipdesk.i18n import _
from dipdesk.model import SeatingTable
from dipdesk.rules import seating
from dipdesk.rules.seating.parts import is_host_side
from dipdesk.store.office_file import OfficeFile


class SeatDeeds:
    """Changes one plan for a window; ``seated`` gives the plan as it is now, None if it cannot be made."""

    def __init__(
        self,
        office: OfficeFile,
        plan_id: str,
        window: QWidget,
        jobs: Jobs,
        seated: Callable[[], Seated | None],
    ) -> None:
        self._office, self._plan_id, self._window, self._jobs = office, plan_id, window, jobs
        self._seated = seated

    def seat_all(self) -> None:
        """Let the rules seat everybody who is not locked; stopped, the best so far is kept."""
        if (now := self._seated()) is not None:
            work = partial(seating.plan, now.request)
            self._jobs.run(work, self._keep, self._fail, _("Seating the guests"))

    def place(self, guest: str, seat: str) -> bool:
        """Put a guest on a seat; whoever sits there takes the guest's old one."""
        now = self._seated()
        if now is None or not seat:
            self.say(_("Choose a chair first."))
            return False
        if self.is_locked(seat) or seat in now.request.blocked:
            self.say(_("This seat is locked or blocked."))
            return False
        return self._do(partial(seating_plans.move, self._office, self._plan_id, guest, seat))

    def swap(self, seat: str, target: str) -> bool:
        """Put the guest of a seat on another one."""
        guest = self.guest_at(seat)
        return bool(guest) and self.place(guest, target)

    def take_off(self, seat: str) -> None:
        """Take the guest of a seat off the plan."""
        if guest := self.guest_at(seat):
            self._do(partial(seating_plans.unseat, self._office, self._plan_id, guest))

    def lock(self, seat: str) -> None:
        """Lock the guest of a seat to it, or free the guest; whoever drives keeps the wheel."""
        now = self._seated()
        if now is not None and seat in now.plan.frame.told:
            self.drive(seat)
        elif self.guest_at(seat):
            wanted = not self.is_locked(seat)
            self._do(partial(seating_plans.lock, self._office, self._plan_id, seat, is_locked=wanted))

    def drive(self, seat: str) -> None:
        """Let the host drive the car, or whoever of the hosts has ``seat``; or a chauffeur again."""
        now = self._seated()
        if now is None:
            return
        guest = "" if is_driven(now) else _driver(now, self.guest_at(seat))
        if not guest and not is_driven(now):
            self.say(_("None of the guests belongs to the hosts: nobody can drive."))
            return
        self._do(partial(seating_plans.let_drive, self._office, self._plan_id, now, guest))

    def block(self, seat: str) -> None:
        """Keep a seat empty, or give it back."""
        if (now := self._seated()) is not None and seat:
            wanted = seat not in now.request.blocked
            self._do(partial(seating_plans.block, self._office, self._plan_id, seat, is_blocked=wanted))

    def miss(self, absent: Collection[str], seat_names: Callable[[str], str]) -> None:
        """Some do not come: show the ways out and take one; without any, for those who are known not to."""
        now = self._seated()
        if now is not None and not absent:
            absent = [one.id for one in now.gaps.values()]
        if now is None or not absent:
            self.say(_("Choose who does not come, on the chair or in the list."))
            return
        ways = seating_plans.ways_out(now, absent)
        dialog = WaysOutDialog(now, absent, ways, seat_names, self._window)
        if dialog.exec() and dialog.chosen is not None:
            way = dialog.chosen
            self._do(partial(seating_plans.take_way_out, self._office, self._plan_id, way, absent))
        dialog.deleteLater()

    def miss_at(self, seat: str, seat_names: Callable[[str], str]) -> None:
        """Show the ways out for the guest whose chair this is."""
        self.miss([self.missed_at(seat)], seat_names)

    def add_table(self, number: int) -> None:
        """Ask for a new table of the hall."""
        values = {"plan_id": self._plan_id, "name": str(number)}
        new_record(self._office, SeatingTable, values, self._window)

    def move_table(self, name: str, x: float, y: float) -> None:
        """Put a table somewhere else."""
        self._do(partial(seating_plans.move_table, self._office, self._plan_id, name, (x, y)))

    def guest_at(self, seat: str) -> str:
        """The guest who has a seat; empty for none."""
        now = self._seated()
        return now.seating.get(seat, "") if now is not None else ""

    def missed_at(self, seat: str) -> str:
        """The guest of a seat who comes, or whose chair it is though he or she does not; empty for none."""
        now = self._seated()
        away = now.gaps.get(seat) if now is not None else None
        return away.id if away is not None else self.guest_at(seat)

    def is_locked(self, seat: str) -> bool:
        """Whether the guest of a seat is locked to it."""
        now = self._seated()
        return now is not None and seat in {one.seat for one in now.request.locked}

    def say(self, sentence: str) -> None:
        """Say something in passing."""
        toast(self._window, sentence)

    def _keep(self, plan: seating.Plan) -> None:
        wanted = {one.seat: one.guest for one in plan.seats}
        self._do(partial(seating_plans.store, self._office, self._plan_id, wanted))

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Invalid | Known):
            raise error
        self.say(error.sentence)

    def _do(self, act: Callable[[], object]) -> bool:
        steps = len(self._office.undo_labels())
        try:
            act()
        except (Invalid, Known) as trouble:
            self.say(trouble.sentence)
            return False
        if len(self._office.undo_labels()) > steps:
            toast(self._window, self._office.undo_label, _("Undo"), self._office.undo)
        return True


def is_driven(seated: Seated) -> bool:
    """Whether one of the guests drives the car."""
    return seated.request.layout == "car" and seating.WHEEL in seated.seating


def _driver(seated: Seated, chosen: str) -> str:
    """Who of the hosts drives: the one who is chosen, else the host; empty if nobody belongs to them."""
    hosts = [one for one in seated.request.guests if is_host_side(one)]
    ranked = sorted(hosts, key=lambda one: (one.id != chosen, one.role != "host"))
    return ranked[0].id if ranked else ""
