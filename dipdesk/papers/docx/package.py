"""The file around the body: styles, fonts, lists, settings and what the file says about itself."""

from datetime import UTC, datetime
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from dipdesk.papers import script
from dipdesk.papers.blocks import Document, Text, in_line
from dipdesk.papers.docx import fonts, styles
from dipdesk.papers.docx.markup import make
from dipdesk.papers.docx.texts import region

_NEEDED = (
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
    RELATIONSHIP_TYPE.CORE_PROPERTIES,
)
_MOST = 255
"""The length of a property of a file."""
_APPLICATION = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>dipdesk</Application></Properties>"
)
_WORD = "http://schemas.microsoft.com/office/word"


def prepared(paper: Document) -> WordDocument:
    """An empty Word document with our styles, that knows title, author and language of the paper."""
    document = docx.Document()
    for holder in (document.part, document.part.package):
        for key in [key for key, link in holder.rels.items() if link.reltype not in _NEEDED]:
            del holder.rels[key]
    language = paper.languages[0]
    _replace(document.styles.element, list(styles.sheet(language)))
    _replace(document.part.numbering_part.element, styles.lists())
    _replace(document.settings.element, _settings(language))
    _add(document.part, "/word/fontTable.xml", "FONT_TABLE", serialize_part_xml(fonts.table()))
    _add(document.part.package, "/docProps/app.xml", "EXTENDED_PROPERTIES", _APPLICATION)
    _describe(document, paper)
    return document


def _replace(root: Any, children: list[Any]) -> None:
    for old in list(root):
        root.remove(old)
    root.extend(children)


def _add(holder: Any, place: str, kind: str, content: bytes) -> None:
    """Put a file into the package."""
    types = {
        "FONT_TABLE": CONTENT_TYPE.WML_FONT_TABLE,
        "EXTENDED_PROPERTIES": CONTENT_TYPE.OFC_EXTENDED_PROPERTIES,
    }
    part = Part(PackURI(place), types[kind], content)
    holder.relate_to(part, getattr(RELATIONSHIP_TYPE, kind))


def _settings(language: str) -> list[Any]:
    """Fields are brought up to date when the file is opened; no compatibility mode."""
    modes = {
        "compatibilityMode": 15,
        "overrideTableStyleFontSizeAndJustification": 1,
        "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1,
        "differentiateMultirowTableHeaders": 1,
    }
    settings = (make("compatSetting", name=key, uri=_WORD, val=value) for key, value in modes.items())
    return [
        make("zoom", percent=100),
        make("defaultTabStop", val=720),
        make("characterSpacingControl", val="doNotCompress"),
        make("updateFields", val="true"),
        make("compat", *settings),
        make("themeFontLang", val=region(language), eastAsia="zh-CN", bidi="ar-SA"),
        make("decimalSymbol", val="." if language == "en" else ","),
        make("listSeparator", val="," if language == "en" else ";"),
    ]


def _describe(document: WordDocument, paper: Document) -> None:
    moment = paper.made_at if isinstance(paper.made_at, datetime) else datetime.now(UTC)
    about = document.core_properties
    about.title = _described(paper.title)
    about.subject = _described(paper.subject)
    about.author = about.last_modified_by = _described(paper.author)
    about.version = _described(paper.version)
    about.language = region(paper.languages[0])
    about.created = about.modified = moment.astimezone(UTC).replace(tzinfo=None)
    about.comments = about.keywords = about.category = ""
    about.revision = 1


def _described(text: Text) -> str:
    return " ".join(script.clean(in_line(text)).split())[:_MOST]
