"""Cut the large Chinese, Japanese and Korean typefaces down to the characters that letters need."""

from io import BytesIO

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont


def _double_bytes(encoding: str, leads: range) -> set[str]:
    """The characters of a two-byte character set whose first byte is in ``leads``."""
    pairs = (bytes([lead, trail]).decode(encoding, "ignore") for lead in leads for trail in range(0x40, 0xFF))
    return {char for char in pairs if len(char) == 1}


def _block(first: int, last: int) -> set[str]:
    return {chr(code) for code in range(first, last + 1)}


CHINESE = (
    _double_bytes("gb2312", range(0xB0, 0xF8))
    | _double_bytes("big5", range(0xA4, 0xC7))
    | _double_bytes("euc_jp", range(0xB0, 0xD0))
    | _block(0x3000, 0x30FF)
    | _block(0xFF00, 0xFFEF)
    | _block(0x20, 0x7E)
    | {"々"}
)
"""GB 2312, Big5 level 1 and JIS X 0208 level 1, kana, punctuation and full-width forms."""

KOREAN = _double_bytes("euc_kr", range(0xB0, 0xC9)) | _block(0x3131, 0x318E) | _block(0x20, 0x7E)
"""The Hangul syllables and letters of KS X 1001."""


def cut(typeface: bytes, characters: set[str]) -> bytes:
    """A TrueType file with only ``characters``, the same bytes each time."""
    options = Options(layout_features=[], notdef_outline=True, glyph_names=False, hinting=False)
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    options.drop_tables += ["BASE", "GDEF", "GPOS", "GSUB", "STAT", "vhea", "vmtx"]
    font = TTFont(BytesIO(typeface), recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(sorted(characters)))
    subsetter.subset(font)
    written = BytesIO()
    font.save(written)
    return written.getvalue()
