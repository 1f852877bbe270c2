"""Which part of the map is looked at: where, and how closely. Pure numbers; places are those of the map."""

from dataclasses import dataclass, replace

from dipdesk.papers.world import ASPECT, WORLD, Bounds

CLOSEST = 80.0
"""So many times as large as the whole world in the window can the map be looked at."""


@dataclass(frozen=True, slots=True)
class Camera:
    """A window of ``width`` by ``height`` pixels, on a map ``scale`` pixels wide, around the place (x, y)."""

    width: float = 1.0
    height: float = 1.0
    scale: float = 1.0
    x: float = 0.5
    y: float = ASPECT / 2

    @property
    def farthest(self) -> float:
        """The scale at which the inhabited world fills the window."""
        return min(self.width, self.height / (WORLD.bottom - WORLD.top))

    @property
    def left(self) -> float:
        """The place at the left edge."""
        return self.x - self.width / 2 / self.scale

    @property
    def top(self) -> float:
        """The place at the upper edge."""
        return self.y - self.height / 2 / self.scale

    @property
    def bounds(self) -> Bounds:
        """What is in the window."""
        return Bounds(
            self.left, self.top, self.left + self.width / self.scale, self.top + self.height / self.scale
        )

    def pixel(self, x: float, y: float) -> tuple[float, float]:
        """Where a place is in the window."""
        return (x - self.left) * self.scale, (y - self.top) * self.scale

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Which place is at a pixel of the window."""
        return self.left + x / self.scale, self.top + y / self.scale

    def sized(self, width: float, height: float) -> "Camera":
        """The same look through a window of another size."""
        return replace(self, width=max(width, 1.0), height=max(height, 1.0))._kept()

    def moved(self, right: float, down: float) -> "Camera":
        """The look moved by so many pixels."""
        return replace(self, x=self.x + right / self.scale, y=self.y + down / self.scale)._kept()

    def zoomed(self, factor: float, x: float | None = None, y: float | None = None) -> "Camera":
        """Closer by ``factor``; the place at pixel (x, y), else in the middle, stays where it is."""
        across, down = self.width / 2 if x is None else x, self.height / 2 if y is None else y
        place_x, place_y = self.place(across, down)
        scale = min(max(self.scale * factor, self.farthest), self.farthest * CLOSEST)
        middle_x = place_x + (self.width / 2 - across) / scale
        middle_y = place_y + (self.height / 2 - down) / scale
        return replace(self, scale=scale, x=middle_x, y=middle_y)._kept()

    def showing(self, bounds: Bounds) -> "Camera":
        """All of ``bounds`` in the window, as closely as can be."""
        scale = min(
            self.width / max(bounds.right - bounds.left, 1e-9),
            self.height / max(bounds.bottom - bounds.top, 1e-9),
        )
        middle = replace(
            self,
            scale=scale,
            x=(bounds.left + bounds.right) / 2,
            y=(bounds.top + bounds.bottom) / 2,
        )
        return middle.zoomed(1.0)

    def at(self, x: float, y: float) -> "Camera":
        """The place (x, y) in the middle."""
        return replace(self, x=x, y=y)._kept()

    def _kept(self) -> "Camera":
        """Not beyond the edges of the map, nor farther away than the whole world."""
        scale = min(max(self.scale, self.farthest), self.farthest * CLOSEST)
        half_x, half_y = self.width / 2 / scale, self.height / 2 / scale
        return replace(self, scale=scale, x=_between(self.x, half_x, 1.0), y=_between(self.y, half_y, ASPECT))


def _between(middle: float, half: float, end: float) -> float:
    """The middle, moved so that what lies half around it stays between 0 and ``end`` if it fits there."""
    return end / 2 if 2 * half >= end else min(max(middle, half), end - half)
