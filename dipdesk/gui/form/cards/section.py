"""The card of a layout on its page: drag and resize what stands on it, see it with real people."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QMenu, QPushButton, QVBoxLayout, QWidget

from dipdesk.actions import card_layouts
from dipdesk.errors import Invalid, Known
from dipdesk.gui.form.cards.canvas import CardCanvas
from dipdesk.gui.form.cards.properties import ElementForm
from dipdesk.gui.form.flow import Flow
from dipdesk.gui.form.heading import INSET, Heading
from dipdesk.gui.form.wrapped import Wrapped
from dipdesk.gui.icons import icon
from dipdesk.gui.labels import secondary
from dipdesk.gui.theme import SPACE
from dipdesk.i18n import LANGUAGES, N_, _, language, language_name, lasting, speaking
from dipdesk.model import CardLayout
from dipdesk.papers.blocks import Boxed, Ink, Shape
from dipdesk.papers.cards import preview
from dipdesk.papers.cards.bearer import Bearer, drawn
from dipdesk.papers.cards.layouts import own_layout
from dipdesk.papers.style import MILLIMETRE
from dipdesk.rules.card_layouts import KINDS, WORDLESS, Element, layout_keys, shipped_layout
from dipdesk.store.office_file import News, OfficeFile

_NARROW = 46
"""Letters of width below which the form stands beneath the card."""
_FORM = 30
_TOUCHED = ("person", "post", "partner", "office", "visit")


class CardSection(QWidget):
    """Shows and changes the elements of one layout; every change is a step that can be undone."""

    opened = Signal(str, str)
    """A record shall be shown; never emitted here."""

    def __init__(self, office: OfficeFile, row_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._row_id = office, row_id
        self.canvas, self.form = CardCanvas(self), ElementForm(self)
        self.person, self.language, self.element = QComboBox(self), QComboBox(self), QComboBox(self)
        self.trouble = Wrapped("", self)
        self.hint = secondary(_("Choose an element on the card, add one, or take over a shipped layout."))
        self._buttons = Flow(gap=SPACE[0])
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.add_button = self._button("add", _("Add an element"), self._kinds())
        self.copy_button = self._button("copy", _("Take over a shipped layout"), self._layouts())
        self.remove_button = self._button("delete", _("Remove"))
        self._lay_out()
        self._connect()
        self._fill_people()
        self.refresh()

    # What is shown

    def refresh(self) -> None:
        """Read the layout again; what was moved by keyboard is kept first."""
        self.canvas.flush()
        try:
            with self._office.read() as session:
                record = session.get(CardLayout, self._row_id)
                if record is None:
                    return
                layout = own_layout(record)
                bearer, logo = preview.shown(session, self.person.currentData() or "")
        except (Known, Invalid) as trouble:
            self._say(trouble.sentence)
            return
        self._say("")
        code = self.language.currentData() or language()

        def shapes(one: Element) -> Sequence[Shape]:
            with speaking(code):
                return tuple(drawn(one, bearer, logo, code)) or (_placeholder(one),)

        self._show((layout.width, layout.height), layout.elements, shapes, bearer)

    def concerns(self, news: News) -> bool:
        """Whether a change may show here."""
        return ("card_layout", self._row_id) in news.rows or news.touches(*_TOUCHED)

    def _show(
        self,
        card: tuple[float, float],
        elements: Sequence[Element],
        shapes: Callable[[Element], Sequence[Shape]],
        bearer: Bearer,
    ) -> None:
        self.canvas.show_card(card, elements, shapes)
        with QSignalBlocker(self.element):
            self.element.clear()
            self.element.addItem(_("No element chosen"))
            for one in elements:
                self.element.addItem(_named(one))
        self._chosen(self.canvas.current)

    def _say(self, sentence: str) -> None:
        """Say why the card cannot be shown; nothing if it can."""
        self.trouble.set_text(sentence)
        self.trouble.setVisible(bool(sentence))
        for part in (self.canvas, self.form, self.add_button, self.element):
            part.setEnabled(not sentence)

    def _chosen(self, place: int) -> None:
        """Show what the chosen element is like."""
        with QSignalBlocker(self.element):
            self.element.setCurrentIndex(place + 1)
        is_one = 0 <= place < len(self.canvas.elements)
        self.form.show_element(self.canvas.elements[place] if is_one else None)
        self.form.setVisible(is_one)
        self.hint.setVisible(not is_one)
        self.remove_button.setEnabled(is_one)

    # Deeds

    def add(self, kind: str) -> None:
        """Put a new element into the middle of the card and choose it."""
        self.canvas.flush()
        wide, high = self.canvas.card
        width, height = (15.0, 12.0) if kind in WORDLESS else (wide * 0.6, min(8.0, high * 0.3))
        if kind == "line":
            width, height = wide * 0.5, 1.0
        one = Element(kind, (wide - width) / 2, (high - height) / 2, width, height)
        elements = [*self.canvas.elements, one.within(wide, high)]
        if self._keep(elements, lasting(N_("{element} added to a card"), element=lasting(KINDS[kind]))):
            self.canvas.choose(len(elements) - 1)
            self.canvas.setFocus()

    def remove(self, place: int) -> None:
        """Take an element off the card."""
        if 0 <= place < len(self.canvas.elements):
            name = lasting(KINDS[self.canvas.elements[place].kind])
            rest = [one for number, one in enumerate(self.canvas.elements) if number != place]
            self._keep(rest, lasting(N_("{element} taken off a card"), element=name))

    def take_over(self, key: str) -> None:
        """Make the layout like a shipped one."""
        try:
            card_layouts.copy_shipped(self._office, self._row_id, key)
        except Known as trouble:
            self._say(trouble.sentence)
            return
        self.refresh()

    def _placed(self, place: int, one: Element, resized: bool) -> None:
        """Keep where the canvas put an element."""
        text = N_("{element} resized on a card") if resized else N_("{element} moved on a card")
        self._put(place, one, lasting(text, element=lasting(KINDS[one.kind])))

    def _edited(self, one: Element) -> None:
        """Keep what the form made of the chosen element."""
        self.canvas.flush()
        text = lasting(N_("{element} changed on a card"), element=lasting(KINDS[one.kind]))
        self._put(self.canvas.current, one.within(*self.canvas.card), text)

    def _put(self, place: int, one: Element, label: str) -> None:
        elements = list(self.canvas.elements)
        if 0 <= place < len(elements):
            elements[place] = one
            self._keep(elements, label)

    def _keep(self, elements: Sequence[Element], label: str) -> bool:
        try:
            card_layouts.keep(self._office, self._row_id, elements, label)
        except Known as trouble:
            self._say(trouble.sentence)
            return False
        self.refresh()
        return True

    # How it is laid out

    def _lay_out(self) -> None:
        heading = Heading(_("The card"), self)
        for box, name in ((self.person, _("Shown for")), (self.language, _("Shown in"))):
            box.setAccessibleName(name)
            box.setToolTip(name)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(10)
            self._buttons.addWidget(box)
        for code in sorted(LANGUAGES, key=lambda one: one != language()):
            self.language.addItem(language_name(code, language()), code)
        self.element.setAccessibleName(_("Element"))
        self.element.setMinimumContentsLength(10)
        side = QVBoxLayout()
        side.setSpacing(SPACE[1])
        side.addWidget(self.element)
        side.addWidget(self.hint)
        side.addWidget(self.form)
        side.addStretch(1)
        self._beside.setContentsMargins(INSET, SPACE[0], 0, 0)
        self._beside.setSpacing(SPACE[2])
        self._beside.addWidget(self.canvas, 3)
        self._beside.addLayout(side, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[0])
        column.addWidget(heading)
        column.addLayout(self._buttons)
        column.addWidget(self.trouble)
        column.addLayout(self._beside)

    def _connect(self) -> None:
        self.canvas.chosen.connect(self._chosen)
        self.canvas.changed.connect(self._placed)
        self.canvas.removal_wanted.connect(self.remove)
        self.form.changed.connect(self._edited)
        self.element.activated.connect(lambda place: self.canvas.choose(place - 1))
        self.person.activated.connect(lambda _place: self.refresh())
        self.language.activated.connect(lambda _place: self.refresh())
        self.remove_button.clicked.connect(lambda _checked=False: self.remove(self.canvas.current))

    def _fill_people(self) -> None:
        with self._office.read() as session:
            found = preview.people(session)
        self.person.addItem(_("Nobody in particular"), "")
        for row_id, name in found:
            self.person.addItem(name, row_id)
        self.person.setCurrentIndex(1 if found else 0)

    def _button(self, name: str, text: str, menu: QMenu | None = None) -> QPushButton:
        made = QPushButton(icon(name), text, self)
        made.setProperty("role", "link")
        made.setAccessibleDescription(_("The card"))
        if menu is not None:
            made.setMenu(menu)
        self._buttons.addWidget(made)
        return made

    def _kinds(self) -> QMenu:
        menu = QMenu(self)
        for kind, label in KINDS.items():
            menu.addAction(_(label)).triggered.connect(partial(self._add_from_menu, kind))
        return menu

    def _layouts(self) -> QMenu:
        menu = QMenu(self)
        for key in layout_keys():
            action = menu.addAction(shipped_layout(key).name.said())
            action.triggered.connect(partial(self._copy_from_menu, key))
        return menu

    def _add_from_menu(self, kind: str, _checked: bool = False) -> None:
        self.add(kind)

    def _copy_from_menu(self, key: str, _checked: bool = False) -> None:
        self.take_over(key)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        letter = self.fontMetrics().averageCharWidth()
        narrow = self.width() < (_NARROW + _FORM) * letter
        ways = QBoxLayout.Direction
        self._beside.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        super().resizeEvent(event)


def _placeholder(one: Element) -> Boxed:
    """What stands where a picture would be that this office or person does not have."""
    x, y, width, height = (length * MILLIMETRE for length in (one.x, one.y, one.width, one.height))
    return Boxed(x, y, width, height, _(KINDS[one.kind]), 8.0, ink=Ink.MUTED)


def _named(one: Element) -> str:
    """An element as it is chosen by name; an own text with its words."""
    label = _(KINDS[one.kind])
    words = one.words(language()) if one.kind == "text" else ""
    return f"{label}: {words}" if words else label
