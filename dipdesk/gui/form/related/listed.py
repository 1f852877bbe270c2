"""One list on the page of a record: the records that point at it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Related:
    """The records of ``kind`` that point at the page's record by the field ``link``.

    ``title`` and ``empty`` are source texts; without an ``empty`` sentence the list shows only when it
    holds something. ``columns`` are fields of ``kind``.
    """

    kind: str
    link: str
    title: str
    empty: str = ""
    columns: tuple[str, ...] = ()
