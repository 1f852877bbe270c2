"""What can be done with a programme: each deed is one step that can be undone, or one clear sentence."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from dipdesk.actions import programme_changes as changes
from dipdesk.actions.visit_programme import VisitProgramme
from dipdesk.errors import Invalid, Known
from dipdesk.gui.form.new_record import new_record
from dipdesk.gui.form.storing import remove_record
from dipdesk.gui.toast import toast
from dipdesk.i18n import _
from dipdesk.model import ProgrammeItem
from dipdesk.rules.programme_ripple import Ripple
from dipdesk.rules.programme_stop import Stop
from dipdesk.store.office_file import OfficeFile


class ProgrammeDeeds:
    """Changes the programme of one visit for a window; ``programme`` gives it as it is now."""

    def __init__(
        self, office: OfficeFile, window: QWidget, programme: Callable[[], VisitProgramme | None]
    ) -> None:
        self._office, self._window, self.programme = office, window, programme
        self.rest_follows = True

    def foresee(self, stop: Stop) -> Ripple:
        """What would follow if a stop were changed."""
        now = self.programme()
        return changes.proposed(now.stops if now else (), stop, rest_follows=self.rest_follows)

    def change(self, stop: Stop) -> bool:
        """Give a stop other times, and let the rest follow if that is wanted."""
        return self.keep(self.foresee(stop), stop.id)

    def keep(self, found: Ripple, item: str) -> bool:
        """Store what was foreseen."""
        now = self.programme()
        title = now.titles.get(item, "") if now else ""
        return self._do(lambda: changes.keep(self._office, found, title))

    def set_timing(self, item: str, timing: str) -> bool:
        """Say how firmly an item stands at its hour."""
        return self._do(lambda: changes.set_timing(self._office, item, timing))

    def set_text(self, item: str, name: str, text: str) -> bool:
        """Give an item another title or place."""
        return self._do(lambda: changes.set_text(self._office, item, name, text), quietly=True)

    def remove(self, item: str) -> bool:
        """Take an item off the programme."""
        return self._do(lambda: remove_record(self._office, ProgrammeItem, item))

    def add(self, visit_id: str, values: Mapping[str, object]) -> str:
        """Ask for a new item of a visit that most likely has ``values``; its id, empty if none was made.

        The end is left to the form, so that it goes along with the start.
        """
        likely = {name: value for name, value in values.items() if name != "ends"}
        return new_record(self._office, ProgrammeItem, {"visit_id": visit_id}, self._window, likely=likely)

    def let_follow(self, rest_follows: bool) -> None:
        """Whether the rest follows what is moved."""
        self.rest_follows = rest_follows

    def _do(self, act: Callable[[], bool], *, quietly: bool = False) -> bool:
        try:
            is_done = act()
        except (Invalid, Known) as trouble:
            toast(self._window.window(), trouble.sentence)
            return False
        if not is_done:
            toast(
                self._window.window(), _("This item is not in the programme any more.")
            ) if quietly else None
        elif not quietly:
            toast(self._window.window(), self._office.undo_label, _("Undo"), self._office.undo)
        return is_done
