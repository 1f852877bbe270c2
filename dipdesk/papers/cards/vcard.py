"""A person as a small vCard for a QR code; what does not fit is left out, contact data first."""

from dataclasses import dataclass

from dipdesk.papers.pdf.qr import MOST_BYTES

_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


@dataclass(frozen=True)
class Contact:
    """What the code may say; empty parts are left out."""

    family: str
    given: str
    academic: str = ""
    post: str = ""
    body: str = ""
    phone: str = ""
    email: str = ""


def vcard(of: Contact) -> str:
    """The vCard 3.0 (RFC 2426); empty if even the name does not fit."""
    name = ";".join(_escaped(part) for part in (of.family, of.given, "", of.academic))
    said = " ".join(part for part in (of.academic, of.given, of.family) if part)
    optional = {"TITLE": of.post, "ORG": of.body, "TEL": of.phone, "EMAIL": of.email}
    lines = [f"{key}:{_escaped(value)}" for key, value in optional.items() if value]
    head = ["BEGIN:VCARD", "VERSION:3.0", f"N:{name}", f"FN:{_escaped(said)}"]
    for count in range(len(lines), -1, -1):
        text = "\r\n".join([*head, *lines[:count], "END:VCARD"])
        if len(text.encode()) <= MOST_BYTES:
            return text
    return ""


def _escaped(value: str) -> str:
    """A value in which nothing is read as anything but text."""
    return value.translate(_ESCAPES)
