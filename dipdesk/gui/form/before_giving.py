"""What to mind while a gift is chosen: given before, planned elsewhere too, customs; nothing is forbidden."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from dipdesk.actions import gift_advice
from dipdesk.gui.form.gift_remarks import customs_of, repeats_of
from dipdesk.gui.form.remarks import Remarks
from dipdesk.store.office_file import OfficeFile


class BeforeGiving(Remarks):
    """Remarks on a gift that is not entered yet; goes away where there is nothing to mind."""

    def __init__(self, office: OfficeFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self.hide()

    def judge(self, values: Mapping[str, object]) -> None:
        """Say what is to be minded about a gift whose fields hold ``values``."""
        with self._office.read() as session:
            found = gift_advice.before(session, values)
            said = [*repeats_of(found, with_source=False), *customs_of(found)]
        self.show_remarks(said)
        self.setVisible(bool(said))
