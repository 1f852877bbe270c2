"""The talking points of a brief: ours, what they may raise with our answers, and what not to raise."""

from collections.abc import Iterator

from dipdesk.i18n import _
from dipdesk.model import TalkingPoint
from dipdesk.model.talks import POINT_KINDS
from dipdesk.papers.blocks import Block, Bullets, Callout, Heading, Paragraph, Status, Tone
from dipdesk.papers.brief.dossier import Dossier
from dipdesk.papers.reading import record, said

_AVOID = "avoid"


def blocks(dossier: Dossier) -> Iterator[Block]:
    """Each kind of point under its heading; what not to raise stands out."""
    yield Heading(_("Talking points"))
    points = _points(dossier)
    if not points:
        yield Paragraph(_("No talking points have been written yet."), Tone.MUTED)
    owner = record(dossier.visit)
    for kind, label in POINT_KINDS.items():
        of_kind = [point for point in points if point.kind == kind]
        if not of_kind:
            continue
        if kind == _AVOID:
            yield from not_to_raise(dossier)
            continue
        yield Heading(_(label), 2)
        yield Bullets(tuple(said(point, "text") for point in of_kind), numbered=kind == "own", record=owner)


def not_to_raise(dossier: Dossier) -> Iterator[Block]:
    """What is better left unsaid, where nobody can overlook it."""
    points = [point for point in _points(dossier) if point.kind == _AVOID]
    if points:
        lines = "\n".join(f"– {said(point, 'text')}" for point in points)
        yield Callout(Status.RED, _(POINT_KINDS[_AVOID]), lines, record=record(points[0]))


def _points(dossier: Dossier) -> list[TalkingPoint]:
    return dossier.all(
        TalkingPoint,
        TalkingPoint.visit_id == dossier.visit.id,
        order=(TalkingPoint.place.is_(None), TalkingPoint.place),
    )
