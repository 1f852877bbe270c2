"""How many of the active relations are alive: a contact, visit or ceremony in the last 24 months."""

from collections.abc import Iterator

from dipdesk.actions.figures.figure import Bar, Figure, Kind, Series, counted
from dipdesk.actions.figures.ground import Ground
from dipdesk.i18n import _
from dipdesk.rules.spans import months_after

MONTHS = 24


def figures(ground: Ground) -> Iterator[Figure]:
    """One figure; without active relations it has no bars.

    The rate follows the indicators that offices report: relations with at least one joint activity in 24
    months (a proposal of ours after strategic plans of municipalities, protocol-practice §10).
    """
    end = ground.question.end
    start = months_after(end, -MONTHS)
    lively = {one.partner_id for one in ground.events if one.day and start < one.day <= end}
    active = [one for one in ground.living if one.state == "active"]
    alive = [one.id for one in active if one.partner_id in lively]
    quiet = [one.id for one in active if one.partner_id not in lively]
    parts = (counted("relation", alive), counted("relation", quiet))
    bar = Bar("active", _("Active relations"), parts)
    definition = _(
        "Active relations with at least one contact, visit or ceremony in the {months} months up to the last"
        " day that is asked for; contacts and visits of the partner count. After indicators of strategic"
        " plans of municipalities; the definition is ours."
    ).format(months=MONTHS)
    yield Figure(
        "activity",
        _("Activity of relations"),
        definition,
        Kind.SHARE,
        (bar,) if active else (),
        (
            Series("alive", _("With an activity"), "green"),
            Series("quiet", _("Without an activity"), "grey"),
        ),
    )
