"""Where a rule comes from, in a line."""

from dipdesk.i18n import N_, _
from dipdesk.rules.sources import Source, State
from dipdesk.rules.timing import PartialDate

SOURCE_STATES: dict[State, str] = {
    "verified": N_("Verified"),
    "unverified": N_("Not verified"),
    "conflicting": N_("Sources conflict"),
}


def source_line(source: Source) -> str:
    """A source with its state and the day it was read."""
    state = _(SOURCE_STATES[source.state])
    if not source.date:
        return _("Source: {source} ({state})").format(source=source.said(), state=state)
    return _("Source: {source} ({state}, read on {day})").format(
        source=source.said(), state=state, day=PartialDate.parse(source.date).format()
    )
