"""What can be done with a layout of cards: each deed is one step that can be undone."""

from collections.abc import Sequence

from dipdesk.errors import Known
from dipdesk.i18n import N_, _, lasting
from dipdesk.model import CardLayout
from dipdesk.rules.card_layouts import Element, packed, shipped_layout
from dipdesk.store.office_file import OfficeFile


def keep(office: OfficeFile, row_id: str, elements: Sequence[Element], label: str) -> None:
    """Keep the elements of a layout; ``label`` names the step. Raises Known if the layout is gone."""
    with office.change(label) as session:
        found = session.get(CardLayout, row_id)
        if found is None:
            raise Known(_("This layout does not exist any more."))
        found.elements = packed(elements)


def copy_shipped(office: OfficeFile, row_id: str, key: str) -> None:
    """Give a layout the size, the sheet and the elements of a shipped one; raises Known if it is gone."""
    shipped = shipped_layout(key)
    label = lasting(N_("Layout taken over from “{name}”"), name=shipped.name.said())
    with office.change(label) as session:
        found = session.get(CardLayout, row_id)
        if found is None:
            raise Known(_("This layout does not exist any more."))
        found.use = shipped.use
        found.sheet = shipped.sheet
        found.width, found.height = round(shipped.width), round(shipped.height)
        found.elements = packed(
            one.within(float(found.width), float(found.height)) for one in shipped.elements
        )
