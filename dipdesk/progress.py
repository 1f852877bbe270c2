"""How long work reports how far it is, and how it is told to stop; knows no screen."""

from collections.abc import Callable


class Cancelled(Exception):
    """The person asked the work to stop; nothing half done remains."""


class Progress:
    """Takes ``step(done, total)`` from the work and raises :class:`Cancelled` once asked to stop."""

    def __init__(self, listener: Callable[[int, int], None] | None = None) -> None:
        self._listener = listener
        self._cancelled = False

    def step(self, done: int, total: int) -> None:
        """Report ``done`` of ``total`` units; raises Cancelled if somebody asked to stop."""
        if self._cancelled:
            raise Cancelled
        if self._listener is not None:
            self._listener(done, total)

    def cancel(self) -> None:
        """Ask the work to stop at its next step; may be called from any thread."""
        self._cancelled = True
