"""The lines of contact files (vCard 2.1, 3.0 and 4.0): unfolded, decoded and parted, and written again.

Sources: RFC 6350 (4.0), RFC 2426 (3.0), and the vCard 2.1 specification of 1996 for what old phones write:
quoted-printable values with soft line ends, a charset of their own, parameters without a name.
"""

import quopri
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

_END = re.compile(rb"\r\n|\n|\r")
_HEAD = re.compile(
    r"(?:(?P<group>[\w-]+)\.)?(?P<name>[\w-]+)(?P<params>(?:;(?:\"[^\"]*\"|[^\":;])*)*):", re.ASCII
)
_PARAM = re.compile(r";((?:\"[^\"]*\"|[^\":;])*)")
_QUOTED = re.compile(rb";(?:ENCODING=)?QUOTED-PRINTABLE", re.IGNORECASE)
_BASE64 = re.compile(rb";(?:ENCODING=)?(?:BASE64|B)(?=[;:])", re.IGNORECASE)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_TOKEN = re.compile(r"\\.|[^\\;]+|;|\\", re.DOTALL)
_FOLDED_AT = 75
"""Octets of a written line, by RFC 6350."""


@dataclass(frozen=True)
class Property:
    """One property of a card: the line on which it begins, name and parameters in capitals, and its value."""

    line: int
    group: str
    name: str
    params: Mapping[str, tuple[str, ...]]
    value: str

    def is_of(self, kind: str) -> bool:
        """Whether it is of this type, such as ``WORK`` or ``PREF``."""
        return kind in self.params.get("TYPE", ()) or kind in self.params

    def parts(self) -> list[str]:
        """The parts of a structured value, such as family name, given name and so on."""
        found = [""]
        for token in _TOKEN.findall(self.value):
            if token == ";":
                found.append("")
            else:
                found[-1] += token
        return [plain(part).strip() for part in found]

    def text(self) -> str:
        """The value of a text."""
        return plain(self.value).strip()


def properties(raw: bytes, encoding: str) -> Iterator[Property | int]:
    """The properties in the content of a file; the number of a line that is none.

    ``encoding`` is that of values which name none themselves.
    """
    for line, content in _unfolded(raw):
        found = _property(line, content, encoding)
        yield line if found is None else found


def _unfolded(raw: bytes) -> Iterator[tuple[int, bytes]]:
    """Whole lines, each with the number of the line on which it begins."""
    begun, pieces, goes_on = 0, [b""], _continuation(b"")
    for number, line in enumerate(_END.split(raw), start=1):
        if pieces[0] and goes_on(pieces[-1], line):
            pieces.append(line[1:] if line[:1] in (b" ", b"\t") else line)
            continue
        if pieces[0].strip():
            yield begun, _joined(pieces)
        begun, pieces, goes_on = number, [line], _continuation(line)
    if pieces[0].strip():
        yield begun, _joined(pieces)


def _continuation(line: bytes) -> Callable[[bytes, bytes], bool]:
    """What tells whether a line goes on with the next one, by how its value is written."""
    head = line.partition(b":")[0] + b":"
    if _QUOTED.search(head):
        return lambda last, following: last.endswith(b"=") or _is_folded(following)
    if _BASE64.search(head):
        return lambda last, following: (
            following.strip() != b"" and (b":" not in following or _is_folded(following))
        )
    return lambda last, following: _is_folded(following)


def _is_folded(line: bytes) -> bool:
    return line[:1] in (b" ", b"\t")


def _joined(pieces: list[bytes]) -> bytes:
    """One line of its pieces, without the soft ends of quoted-printable ones."""
    if _QUOTED.search(pieces[0].partition(b":")[0]):
        return b"".join(piece.removesuffix(b"=") for piece in pieces[:-1]) + pieces[-1]
    return b"".join(pieces)


def _property(line: int, content: bytes, encoding: str) -> Property | None:
    text = _decoded(content, encoding)
    found = _HEAD.match(text)
    if found is None:
        return None
    params = _params(found["params"])
    value = content[len(found[0].encode(encoding, "replace")) :]
    if "QUOTED-PRINTABLE" in params.get("ENCODING", ()) or "QUOTED-PRINTABLE" in params:
        charset = next(iter(params.get("CHARSET", ())), encoding)
        said = _decoded(quopri.decodestring(value), charset)
    elif "CHARSET" in params:
        said = _decoded(value, params["CHARSET"][0])
    else:
        said = text[found.end() :]
    return Property(line, (found["group"] or "").upper(), found["name"].upper(), params, said)


def _params(text: str) -> dict[str, tuple[str, ...]]:
    """The parameters by name; those of 2.1 that have none stand for themselves."""
    found: dict[str, tuple[str, ...]] = {}
    for part in _PARAM.findall(text):
        name, equals, value = part.partition("=")
        values = tuple(one.strip(' "').upper() for one in value.split(",")) if equals else ()
        found[name.strip().upper()] = (*found.get(name.strip().upper(), ()), *values)
    return found


def _decoded(raw: bytes, charset: str) -> str:
    for known in (charset, "utf-8"):
        try:
            return raw.decode(known)
        except (UnicodeError, LookupError):
            continue
    return raw.decode("cp1254", "replace")


def plain(value: str) -> str:
    """A value without its escapes."""
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def escaped(text: str) -> str:
    """A text as the value of a property, or as a part of it."""
    kept = text.replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(r"([\\;,])", r"\\\1", kept).replace("\n", "\\n")


def folded(line: str) -> bytes:
    """A line as it is written: in pieces of at most 75 octets that part no letter, ended by CR LF."""
    pieces: list[bytes] = []
    piece, room = b"", _FOLDED_AT
    for letter in line:
        octets = letter.encode("utf-8", "replace")
        if len(piece) + len(octets) > room:
            pieces.append(piece)
            piece, room = b"", _FOLDED_AT - 1
        piece += octets
    return b"\r\n ".join([*pieces, piece]) + b"\r\n"


def written(lines: Iterable[str]) -> bytes:
    """Lines as they are written to a file."""
    return b"".join(map(folded, lines))
