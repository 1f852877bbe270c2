"""Which chapter a page was turned to: kept for the records that were looked at last."""

from dipdesk.gui.settings import Settings

_MOST = 60


class Turned:
    """The chapter of the page of one record, as it was left."""

    def __init__(self, settings: Settings, entity: str, row_id: str) -> None:
        self._settings = settings
        self._name = f"form.{entity}.chapters"
        self._row_id = row_id

    @property
    def key(self) -> str:
        """The key of the chapter; empty if the page was never turned."""
        return str(dict(self._known()).get(self._row_id, ""))

    def keep(self, key: str) -> None:
        """The page is turned to the chapter ``key`` now."""
        others = [one for one in self._known() if one[0] != self._row_id]
        self._settings.set(self._name, [*others, [self._row_id, key]][-_MOST:])

    def _known(self) -> list[list[str]]:
        found = self._settings.get(self._name, list[list[str]]())
        return [one for one in found if isinstance(one, list) and len(one) == 2]
