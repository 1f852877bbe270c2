"""Exporting the whole office file, or one entity, as JSON for other programs.

The document is UTF-8, one record on a line::

    {"format": "dipdesk", "version": 1, "office": "Balıkesir Büyükşehir", "records": {
    "partner": [
    {"id": "0192…", "name_tr": "İştip", "name_en": "Štip", "country_id": "41…", …}
    ],
    …}}

``records`` maps the name of an entity to its records in the order of their ids. Every record has its
``id`` and all its fields by name, sensitive ones only when they were asked for; a link is the id of the
other record, a note's ``subject`` is ``entity/id``. Values do not depend on the language: dates are ISO 8601
as exactly as they are known (``1988``, ``2022-03``, ``2015-03-05``), moments
``2027-05-12T10:00 Europe/Istanbul``, amounts ``1250.50 EUR``, positions ``41.74583, 22.19583``, lists are
arrays, yes and no are true and false, choices their codes; what is not known is ``null`` or an empty text.
Files are named by the SHA-256 of their content,
which is not part of the document. ``version`` grows when a reader would have to change.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.model import Privacy, Record, entities, entity_name, fields
from dipdesk.progress import Progress
from dipdesk.saving import write_whole
from dipdesk.store.office_file import OfficeFile

FORMAT = "dipdesk"
VERSION = 1


def export(
    office: OfficeFile,
    target: Path,
    kinds: Sequence[type[Record]] = (),
    progress: Progress | None = None,
    *,
    sensitive: bool = False,
) -> int:
    """Write the records of ``kinds`` (all entities if empty) to ``target`` and return how many.

    Fields that are sensitive are left out unless ``sensitive`` asks for them. Raises Known or Cancelled;
    then no file is left.
    """
    name = office.office().title()
    with office.read() as session:
        pages = _Pages(session, kinds or entities(), progress, sensitive=sensitive)
        write_whole(target, (text.encode() for text in pages.document(name)))
        return pages.written


class _Pages:
    """The document, piece by piece."""

    def __init__(
        self,
        session: Session,
        kinds: Sequence[type[Record]],
        progress: Progress | None,
        *,
        sensitive: bool,
    ) -> None:
        self._sensitive = sensitive
        self._session = session
        self._kinds = kinds
        self._progress = progress
        self.written = 0

    def document(self, office: str) -> Iterator[str]:
        head = {"format": FORMAT, "version": VERSION, "office": office}
        yield json.dumps(head, ensure_ascii=False)[:-1] + ', "records": {'
        for number, kind in enumerate(self._kinds):
            if self._progress is not None:
                self._progress.step(number, len(self._kinds))
            yield ("," if number else "") + f"\n{json.dumps(entity_name(kind))}: ["
            yield ",".join("\n" + line for line in self._lines(kind))
            yield "\n]"
        yield "}}\n"

    def _lines(self, kind: type[Record]) -> Iterator[str]:
        told = [one for one in fields(kind) if self._sensitive or one.privacy is not Privacy.SENSITIVE]
        for record in self._session.scalars(select(kind).order_by(kind.id)):
            self.written += 1
            values = {one.name: one.kind.to_json(getattr(record, one.name)) for one in told}
            yield json.dumps({"id": record.id, **values}, ensure_ascii=False)
