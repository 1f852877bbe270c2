"""Where the user was: back and forward through places and records."""

from dataclasses import dataclass

_LONGEST = 200


@dataclass(frozen=True)
class Spot:
    """A place, and the record shown there if any."""

    place: str
    row_id: str = ""


class Trail:
    """The spots visited, and which of them is the present one."""

    def __init__(self) -> None:
        self._spots: list[Spot] = []
        self._here = -1

    @property
    def here(self) -> Spot | None:
        """The present spot."""
        return self._spots[self._here] if self._spots else None

    @property
    def has_back(self) -> bool:
        """Whether there is a spot to go back to."""
        return self._here > 0

    @property
    def has_forward(self) -> bool:
        """Whether there is a spot to go forward to."""
        return self._here + 1 < len(self._spots)

    def visit(self, spot: Spot) -> None:
        """Go to a new spot; what was forward of here is forgotten."""
        if spot != self.here:
            self._spots = [*self._spots[: self._here + 1], spot][-_LONGEST:]
            self._here = len(self._spots) - 1

    def back(self) -> Spot:
        """Go back one spot; ask ``has_back`` first."""
        self._here -= 1
        return self._spots[self._here]

    def forward(self) -> Spot:
        """Go forward one spot; ask ``has_forward`` first."""
        self._here += 1
        return self._spots[self._here]

    def forget(self, row_id: str) -> None:
        """Leave out a record that is gone."""
        present = self.here
        kept = [spot for spot in self._spots if spot.row_id != row_id]
        self._here -= sum(spot.row_id == row_id for spot in self._spots[: self._here + 1])
        self._spots = kept
        self._here = min(max(self._here, 0), len(kept) - 1)
        if present is not None and present.row_id == row_id:
            self.visit(Spot(present.place))
