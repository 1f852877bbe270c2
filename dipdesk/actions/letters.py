"""Letters of the office's own: a template that is shipped, copied so that it can be edited."""

from datetime import date

from dipdesk.i18n import LANGUAGES, N_, lasting
from dipdesk.model import LetterTemplate
from dipdesk.rules.letter_templates import PARTS, shipped_letter
from dipdesk.store.office_file import OfficeFile


def copy_letter(office: OfficeFile, key: str, today: date) -> str:
    """Store a copy of the shipped letter ``key`` as one step; its id. Raises KeyError if there is none."""
    letter = shipped_letter(key)
    texts = {f"{part}_{code}": letter.wording(code).part(part) for part in PARTS for code in LANGUAGES}
    names = {f"name_{code}": letter.name.said(code) for code in LANGUAGES}
    made = LetterTemplate(
        about=letter.about, copied_from=key, dated=today, approval=letter.approval, **names, **texts
    )
    with office.change(lasting(N_("Letter copied: {name}"), name=letter.name.said())) as session:
        session.add(made)
    return made.id
