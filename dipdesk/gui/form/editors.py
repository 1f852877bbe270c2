"""Which editor a kind of value gets: one function, extended by registration."""

from functools import singledispatch

from dipdesk.gui.form.choice_editors import ChoiceEditor, ZoneEditor
from dipdesk.gui.form.colour_editor import ColourEditor
from dipdesk.gui.form.editor import Editor, Surroundings
from dipdesk.gui.form.file_editor import FileEditor
from dipdesk.gui.form.link_editors import LinkEditor
from dipdesk.gui.form.name_editor import NameEditor
from dipdesk.gui.form.subject_editor import SubjectEditor
from dipdesk.gui.form.text_editors import AddressEditor, FlagEditor, LineEditor, PageEditor
from dipdesk.gui.form.time_editors import DayEditor, MomentEditor
from dipdesk.gui.form.words_editors import WordsEditor
from dipdesk.model.kinds import (
    Amount,
    Choice,
    Day,
    Email,
    File,
    Flag,
    Kind,
    Link,
    OnMap,
    PartialDay,
    Phone,
    PrintColour,
    Subject,
    Text,
    WallClock,
    WebAddress,
    Whole,
    Words,
    Zone,
)


@singledispatch
def editor(kind: object, around: Surroundings) -> Editor:
    """The editor for values of ``kind``."""
    raise TypeError(f"no editor for {type(kind).__name__}")


@editor.register
def _(kind: Text, around: Surroundings) -> Editor:
    if kind.person:
        return NameEditor(kind, around)
    return PageEditor(kind, around) if kind.long else LineEditor(kind, around)


@editor.register
def _(kind: Email, around: Surroundings) -> Editor:
    return AddressEditor(kind, around, "name@city.org")


@editor.register
def _(kind: WebAddress, around: Surroundings) -> Editor:
    return AddressEditor(kind, around, "www.city.org")


@editor.register
def _(kind: Phone, around: Surroundings) -> Editor:
    return LineEditor(kind, around, "+90 266 123 45 67")


@editor.register
def _(kind: PrintColour, around: Surroundings) -> Editor:
    return ColourEditor(kind, around)


@editor.register
def _(kind: Zone, around: Surroundings) -> Editor:
    return ZoneEditor(kind, around)


@editor.register
def _(kind: File, around: Surroundings) -> Editor:
    return FileEditor(kind, around)


@editor.register(Day)
@editor.register(PartialDay)
def _(kind: Kind[object], around: Surroundings) -> Editor:
    return DayEditor(kind, around)


@editor.register
def _(kind: WallClock, around: Surroundings) -> Editor:
    return MomentEditor(kind, around)


@editor.register
def _(kind: Whole, around: Surroundings) -> Editor:
    return LineEditor(kind, around)


@editor.register
def _(kind: Amount, around: Surroundings) -> Editor:
    return LineEditor(kind, around, kind.example)


@editor.register
def _(kind: OnMap, around: Surroundings) -> Editor:
    return AddressEditor(kind, around, "39.65, 27.88")


@editor.register
def _(kind: Flag, around: Surroundings) -> Editor:
    return FlagEditor(kind, around)


@editor.register
def _(kind: Choice, around: Surroundings) -> Editor:
    return ChoiceEditor(kind, around)


@editor.register
def _(kind: Link, around: Surroundings) -> Editor:
    return LinkEditor(kind, around)


@editor.register
def _(kind: Subject, around: Surroundings) -> Editor:
    return SubjectEditor(kind, around)


@editor.register
def _(kind: Words, around: Surroundings) -> Editor:
    return WordsEditor(kind, around)
