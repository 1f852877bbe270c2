"""Where a partner lies: the map with the partner and our office on it."""

from dataclasses import replace

from dipdesk.actions import partner_map
from dipdesk.model import Partner
from dipdesk.papers.blocks import Figure
from dipdesk.papers.reading import Reading
from dipdesk.papers.style import COLUMN
from dipdesk.papers.world import framed, world_figure
from dipdesk.papers.world.partners import Choice, pins

_HEIGHT = 210.0


def on_map(reading: Reading, partner: Partner) -> Figure | None:
    """The map of a partner; None if nobody knows where it lies."""
    if partner.position is None:
        return None
    data = partner_map.read(reading.session)
    alone = replace(data, partners=tuple(one for one in data.partners if one.id == partner.id))
    found, legend = pins(alone, Choice())
    home = (data.home.longitude, data.home.latitude) if data.home else None
    return world_figure(found, COLUMN, _HEIGHT, framed(found, home), home, legend)
