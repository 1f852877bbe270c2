"""The question ``seating`` of the contract."""

from collections.abc import Mapping
from typing import Any

from dipdesk.progress import Progress
from dipdesk.rules.seating import Guest, Lock, Plan, Request, Shape, Switches, Table, Wish, plan

_DIGITS = 4


def answer(question: Mapping[str, Any], progress: Progress | None = None) -> dict[str, Any]:
    """The seating with a reason for every seat; raises Invalid with the place."""
    found = plan(_request(question), progress)
    score = {} if found.score is None else {"score": round(found.score, _DIGITS)}
    return {
        "seats": [{"seat": s.seat, "guest": s.guest, "because": s.because} for s in found.seats],
        "observer": [list(row) for row in found.observer],
        "own": [list(row) for row in found.own],
        "empty": list(found.empty),
        "unseated": list(found.unseated),
        **score,
        "broken": _broken(found),
        "source": found.source.said(),
        "state": found.source.state,
    }


def _broken(found: Plan) -> list[dict[str, Any]]:
    return [{"rule": b.rule, "guests": list(b.guests), "because": b.because} for b in found.broken]


def _request(question: Mapping[str, Any]) -> Request:
    shape = dict(question.get("shape", {}))
    tables = tuple(Table(row["id"], row["seats"]) for row in shape.pop("tables", []))
    given = {key: question[key] for key in ("seed", "seconds") if key in question}
    return Request(
        layout=question["layout"],
        guests=tuple(_guest(row) for row in question["guests"]),
        switches=Switches(**question.get("switches", {})),
        shape=Shape(**shape, tables=tables),
        wishes=tuple(Wish(**row) for row in question.get("wishes", [])),
        locked=tuple(Lock(**row) for row in question.get("locked", [])),
        blocked=tuple(question.get("blocked", [])),
        **given,
    )


def _guest(row: Mapping[str, Any]) -> Guest:
    lists = {key: tuple(row[key]) for key in ("languages", "needs") if key in row}
    return Guest(**{**row, **lists})
