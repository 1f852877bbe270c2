"""What the map shows and by what it colours: chips for class and state, boxes for municipality and colour."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dipdesk.actions.partner_map import PartnerMap
from dipdesk.gui.form.flow import Flow
from dipdesk.gui.settings import Settings
from dipdesk.gui.still_box import StillBox
from dipdesk.gui.table.chips import OptionChip
from dipdesk.gui.table.delegate import one_line
from dipdesk.gui.tokens import SPACE
from dipdesk.i18n import _
from dipdesk.model.relation import RELATION_STATES
from dipdesk.papers.world.partners import BY_CLASS, BY_STATE, NONE, Choice

_BY = "map.by"


class MapFilters(QWidget):
    """One row of them, or more in narrow windows."""

    changed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.colours = StillBox()
        self.colours.setAccessibleName(_("Colour by"))
        self.colours.addItem(_("Colour by class"), BY_CLASS)
        self.colours.addItem(_("Colour by state"), BY_STATE)
        self.colours.setCurrentIndex(max(0, self.colours.findData(settings.get(_BY, BY_CLASS))))
        self.classes, self.states = OptionChip(_("Relation class"), ()), OptionChip(_("State"), ())
        self.municipality = StillBox()
        self.municipality.setAccessibleName(_("Municipality"))
        row = Flow(self, gap=SPACE[1])
        for part in (self.colours, self.classes, self.states, self.municipality):
            row.addWidget(part)
        self.colours.currentIndexChanged.connect(self._recolour)
        self.municipality.currentIndexChanged.connect(self.changed)
        for chip in (self.classes, self.states):
            chip.changed.connect(self.changed)

    @property
    def by(self) -> str:
        """What the colours tell: ``BY_CLASS`` or ``BY_STATE``."""
        return str(self.colours.currentData())

    @property
    def choice(self) -> Choice:
        """What is let through."""
        chosen = self.municipality.currentData()
        return Choice(
            frozenset(self.classes.chosen),
            frozenset(self.states.chosen),
            frozenset() if chosen is None else frozenset({chosen}),
        )

    def offer(self, data: PartnerMap) -> None:
        """Offer what there is; what was chosen stays chosen where it still can."""
        without = (NONE, _("Without a relation"))
        self.classes.offer([*((one.id, one.name) for one in data.classes), without])
        self.states.offer([*((code, _(name)) for code, name in RELATION_STATES.items()), without])
        chosen = self.municipality.currentData()
        self.municipality.blockSignals(True)
        self.municipality.clear()
        self.municipality.addItem(_("All municipalities"), None)
        self.municipality.addItem(_("Our own relations"), NONE)
        for row_id, name in data.municipalities:
            self.municipality.addItem(one_line(name), row_id)
        self.municipality.setCurrentIndex(max(0, self.municipality.findData(chosen)))
        self.municipality.blockSignals(False)
        self.municipality.setVisible(bool(data.municipalities))

    def _recolour(self) -> None:
        self._settings.set(_BY, self.by)
        self.changed.emit()
