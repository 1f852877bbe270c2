"""Which columns a list shows, how wide, in which order: chosen by a person, remembered for each entity."""

from dipdesk.gui.settings import Settings
from dipdesk.model import Record, entity_name, fields
from dipdesk.store.columns import columns_of
from dipdesk.store.listing import TITLE, Order, default_columns, first_order

_TITLE_LETTERS = 30


class Columns:
    """The columns of the list of one entity, kept in the settings under ``list.<entity>.…``."""

    def __init__(self, kind: type[Record], settings: Settings) -> None:
        self.kind = kind
        self._settings = settings
        self._place = f"list.{entity_name(kind)}"

    @property
    def names(self) -> tuple[str, ...]:
        """The columns from left to right; never none."""
        possible = columns_of(self.kind)
        chosen = self._settings.get(f"{self._place}.columns", [""])
        known = tuple(name for name in dict.fromkeys(chosen) if name in possible)
        return known or default_columns(self.kind)

    def choose(self, names: tuple[str, ...]) -> None:
        """Show these columns from now on."""
        if names and names != self.names:
            self._settings.set(f"{self._place}.columns", list(names))

    def reset(self) -> None:
        """Go back to the columns, widths and order that every list starts with."""
        self._settings.set(f"{self._place}.columns", [])
        self._settings.set(f"{self._place}.widths", {})
        self._settings.set(f"{self._place}.order", "")

    @property
    def widths(self) -> dict[str, int]:
        """The widths in pixels that somebody set."""
        stored: dict[str, int] = self._settings.get(f"{self._place}.widths", {})
        return {name: width for name, width in stored.items() if isinstance(width, int) and width > 0}

    def widen(self, name: str, width: int) -> None:
        """Remember a width that somebody set."""
        self._settings.set(f"{self._place}.widths", {**self.widths, name: width})

    @property
    def order(self) -> Order:
        """The order the list was in last."""
        stored = self._settings.get(f"{self._place}.order", "")
        name = stored.removeprefix("-")
        return (
            Order(name, stored.startswith("-")) if name in columns_of(self.kind) else first_order(self.kind)
        )

    def sort(self, order: Order) -> None:
        """Remember the order."""
        if order != self.order:
            self._settings.set(
                f"{self._place}.order", f"-{order.column}" if order.descending else order.column
            )

    def letters(self, name: str) -> int:
        """About how many letters a column should hold."""
        if name == TITLE:
            return _TITLE_LETTERS
        return next(one.width for one in fields(self.kind) if one.name == name)

    def widest(self, name: str) -> str:
        """The longest text of a column whose texts are all of one pattern, such as days; else empty."""
        return next((one.kind.widest() for one in fields(self.kind) if one.name == name), "")
