"""Texts and pictures that try to be more than that, and an office full of them.

The forty hostile inputs of the design, by their numbers, and where papers meet them:

====== =======================================================================================================
1-15   LITERAL: test_hostile (all in every paper and format, every place of a paper), test_docx, test_letter
12-14  as cells: test_sheets::test_a_text_stays_a_text (every table that can be a spreadsheet)
19-22  ODD and SHOWN: test_hostile (every paper; what is shown of them)
23     HUGE: test_hostile (every place of a paper, the time it takes), test_extremes (every paper)
24     BLANK: test_hostile (every paper), and the test of briefs with nothing but blanks
25     names of files as titles of annexes: test_annexing
33     PICTURES: test_hostile (every paper), test_pictures (each of them), test_annexing (files)
====== =======================================================================================================

16-18 and 26-32, 34-40 are of the search, of fields, imports, packages and office files, and tested there.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from zlib import crc32

from PIL import Image
from sqlalchemy import event
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from dipdesk.model import Record, entities, fields
from dipdesk.model.kinds import File, Text
from dipdesk.papers.blocks import (
    Align,
    Block,
    Bullets,
    Callout,
    Card,
    Cards,
    Column,
    Columns,
    Contents,
    Cover,
    Document,
    Fact,
    Facts,
    Figure,
    Heading,
    Label,
    Moment,
    Paragraph,
    Party,
    Row,
    Status,
    Table,
    Timeline,
)
from dipdesk.store import blobs
from tests.papers.demo import photo

CODE = (
    "<font color=\"[[[getattr(pow,Word('__globals__'))['os'].system('calc') for Word in "
    "[orgTypeFun('Word',(str,),{})]]]]\">x</font>"
)
LITERAL = (
    "<b>Ayşe</b> Yılmaz",
    "<b>Ayşe",
    "Smith & Oğulları; AT&T &copy; &#0;",
    "Ayşe </para><para> x",
    "&#x110000;",
    r'<img src="C:\Windows\win.ini" width="9999" height="9999"/>',
    '<img src="/etc/hostname" width="10" height="10"/>',
    r'<img src="\\10.0.0.5\paylas\x.png">',
    '<img src="http://127.0.0.1:9/x.png"/>',
    CODE,
    "Mehmet<table>gizli",
    '<a href="javascript:alert(1)">tıkla</a>',
    "=cmd|'/c calc'!A1",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "-2+3",
    "+90 532 000 00 00",
    "'; DROP TABLE contact;--",
    r"..\..\AppData\CON.pdf.",
    "{title} %s %(x)d \\n $HOME `ls`",
)
SHOWN = {
    "Ad\u202efdp.exe": "Ad[U+202E]fdp.exe",
    "a\u200bb": "a[U+200B]b",
    "Ayşe\r\nATTENDEE:mailto:x@y": "Ayşe ATTENDEE:mailto:x@y",
    "A\x00B\x08\x1f\ud800C": "ABC",
    "王毅 Nguyễn": "王毅 Nguyễn",
    "Аyşe": "Аyşe",
}
HUGE = (
    "a" + "\u0301" * 5000,
    "Ş" * 5_000,
    "Toplantı notu. " * 1_000,
    "محمد " * 800,
    "漢" * 3_000,
    " ",
    "\u00a0",
    "\n" * 50,
    "👩‍⚕️",
)
ODD = (
    *SHOWN,
    "A\x00B\x08\x1fC",
    "a\u200bb \u2066c",
    "👩‍⚕️ 王毅 محمد بن سلمان Nguyễn",
    "北京市 東京都 서울특별시 თბილისი Երևան Αθήνα",
    "تعد مدينة طرابلس (Libya) من أقدم المدن 1997",
    "İSTANBUL istanbul ISPARTA ısparta I\u0307stanbul",
    "%s {0} {visit.title} \\x",
)
"""Texts that no eye can see whole, or that no single font has."""
BLANK = (" ", "\u00a0", "\n" * 50)
ENDLESS = ("Ş" * 300, "a" + "\u0301" * 250)
"""Words without a place to break, as long as names can be."""
CODED = ("code", "step", "after_step", "zone", "elements", "options", "parts", "reads", "query")
"""Fields of text that a program reads."""
_BETWEEN = " · "
_PACKED = 160
_SELDOM = 11
_RARE = (*BLANK, *ENDLESS)
_EVERY = (*LITERAL, *(words.replace("\ud800", "") for words in ODD))
TURNS = len(_EVERY)


def everywhere(words: str) -> Document:
    """A paper that has ``words`` in every place that takes a text."""
    fact = Fact(words, words)
    blocks: tuple[Block, ...] = (
        Cover(words, words, words, words, (Party(words, words, words),), (fact,)),
        Contents(words),
        Heading(words),
        Paragraph(words),
        Bullets((words,)),
        Facts((fact,)),
        Table((Column(words), Column("b", align=Align.RIGHT)), (Row((words, words)),)),
        Cards((Card(words, words, words, (fact,), number=words),)),
        Timeline((Moment(words, words, words, words, words),)),
        Callout(Status.RED, words, words),
        Figure(100, 100, (Label(10, 10, words, room=90),), words),
        Columns(((Paragraph(words),), (Paragraph(words),))),
    )
    return Document(words, blocks, subject=words, author=words, classification=words, version=words)


@cache
def free_texts(kind: type[Record]) -> tuple[tuple[str, int], ...]:
    """The fields of an entity in which people write what they like, with the most letters they take."""
    return tuple(
        (one.name, one.kind.most)
        for one in fields(kind)
        if isinstance(one.kind, Text) and type(one.kind) is Text and one.name not in CODED
    )


def store_pictures(session: Session) -> None:
    """Put files that are no picture, not the whole of one, or too large for one into every picture."""
    png = BytesIO()
    Image.new("1", (9_000, 9_000)).save(png, "PNG")
    half = photo((9, 9, 9))[:900]
    files = (b"", b"%PDF-1.7 PK\x03\x04", half, png.getvalue(), b"<svg><script>1</script></svg>")
    found = [blobs.put(session.connection(), content, "image/jpeg") for content in files]
    for kind in entities():
        names = [one.name for one in fields(kind) if type(one.kind) is File]
        for number, record in enumerate(session.query(kind).order_by(kind.id) if names else ()):
            for name in names:
                setattr(record, name, found[number % len(found)])


def _packed(start: int, most: int) -> str:
    """As many hostile texts as fit into ``most`` letters, from the one with that number on."""
    kept: list[str] = []
    for words in (_EVERY[(start + place) % len(_EVERY)] for place in range(len(_EVERY))):
        if len(_BETWEEN.join([*kept, words])) > most:
            break
        kept.append(words)
    return _BETWEEN.join(kept) or _EVERY[start % len(_EVERY)][:most]


def _hostile(number: int, most: int) -> str:
    """Mostly packed texts, now and then a blank or an endless one."""
    if number % _SELDOM == 0:
        return _RARE[number // _SELDOM % len(_RARE)][:most]
    return _packed(number, min(most, _PACKED))


@contextmanager
def hostile_texts(session: Session, turn: int) -> Iterator[None]:
    """Inside the block every text that records of ``session`` have is read as a hostile one.

    Each of them is the first somewhere in one ``turn`` out of ``TURNS``.
    """

    def change(_session: Session, record: object) -> None:
        assert isinstance(record, Record)
        first = crc32(record.id.encode()) + turn
        for place, (name, most) in enumerate(free_texts(type(record))):
            if record.__dict__.get(name):
                set_committed_value(record, name, _hostile(first + 7 * place, most))

    session.expunge_all()
    event.listen(session, "loaded_as_persistent", change)
    yield
    event.remove(session, "loaded_as_persistent", change)
    session.expunge_all()


@contextmanager
def watched() -> Iterator[list[str]]:
    """The files opened, sockets and processes made inside the block; the hook itself stays, asleep."""
    seen: list[str] = []
    awake = [True]

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if awake[0] and event.split(".")[0] in ("open", "socket", "subprocess", "os", "urllib"):
            seen.append(f"{event} {arguments[:1]}")

    sys.addaudithook(hook)
    yield seen
    awake[0] = False
