"""Writing people as contacts (vCard 4.0, RFC 6350) that phones and mail programs read.

Written are the name, the posts held now with their organisations, phone, e-mail and photo; what is more
personal stays in the office.
"""

import base64
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from dipdesk.exchange.list_rows import chosen_records
from dipdesk.exchange.vcard_lines import escaped, written
from dipdesk.i18n import LANGUAGES, speaking
from dipdesk.model import Office, Person, Post, best_text
from dipdesk.progress import Progress
from dipdesk.saving import write_whole
from dipdesk.store import blobs
from dipdesk.store.office_file import OfficeFile

_STEP = 50
_PICTURES = {b"\xff\xd8\xff": "image/jpeg", b"\x89PN": "image/png", b"GIF": "image/gif"}


def export(
    office: OfficeFile,
    target: Path,
    today: date,
    *,
    rows: Sequence[str] | None = None,
    progress: Progress | None = None,
) -> int:
    """Write people to ``target`` and return how many. Raises Known or Cancelled; then no file is left.

    ``rows`` are ids in the order wanted, all by name if None; ``today`` decides which posts are held.
    """
    with office.read() as session:
        people = [one for one in chosen_records(session, Person, rows) if isinstance(one, Person)]
        write_whole(target, _parts(session, people, today, progress))
    return len(people)


def _parts(
    session: Session, people: Sequence[Person], today: date, progress: Progress | None
) -> Iterator[bytes]:
    for number, person in enumerate(people):
        if progress is not None and number % _STEP == 0:
            progress.step(number, len(people))
        yield written(_card(session, person, today))


def _card(session: Session, person: Person, today: date) -> Iterator[str]:
    yield from ("BEGIN:VCARD", "VERSION:4.0", f"UID:urn:dipdesk:person:{person.id}")
    names = (person.family_name, person.given_name, "", person.academic, "")
    yield "N:" + ";".join(map(escaped, names))
    yield f"FN:{escaped(' '.join(part for part in (person.academic, person.full_name()) if part))}"
    for number, post in enumerate(_held(session, person, today), start=1):
        yield from _post(session, post, f"post{number}")
    if person.phone:
        yield f"TEL;TYPE=work:{escaped(person.phone)}"
    if person.email:
        yield f"EMAIL;TYPE=work:{escaped(person.email)}"
    for place, code in enumerate(person.languages or (), start=1):
        yield f"LANG;PREF={place}:{code}"
    if person.photo and (content := blobs.get(session.connection(), person.photo)):
        yield from _photo(content)
    yield "END:VCARD"


def _held(session: Session, person: Person, today: date) -> list[Post]:
    """The posts held today, the latest first."""
    posts = session.scalars(select(Post).where(Post.person_id == person.id).order_by(Post.id))
    held = [one for one in posts if one.until is None or one.until.last_day() >= today]
    return sorted(held, key=lambda one: str(one.since or ""), reverse=True)


def _post(session: Session, post: Post, group: str) -> Iterator[str]:
    """The organisation and the title in every language it is known in."""
    at = post.partner or session.scalars(select(Office)).one()
    yield f"{group}.ORG:{escaped(best_text(at, 'name', 'tr') or at.title())}"
    for spoken in LANGUAGES:
        with speaking(spoken):
            name = post.post_name(spoken)
        if name:
            yield f"{group}.TITLE;LANGUAGE={spoken}:{escaped(name)}"


def _photo(content: bytes) -> Iterator[str]:
    kind = next((name for start, name in _PICTURES.items() if content.startswith(start)), "")
    if kind:
        yield f"PHOTO:data:{kind};base64,{base64.b64encode(content).decode()}"
