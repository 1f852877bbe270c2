"""The editor of a person's name, which proposes capitals where it is typed without any."""

from dipdesk.gui.form.text_editors import LineEditor
from dipdesk.i18n import _, title_case
from dipdesk.model import Person


class NameEditor(LineEditor):
    """A name in a line; Alt+Enter gives it the capitals that are proposed, Ctrl+Z takes them away again."""

    def remark(self) -> str:
        proposal = capitalised(self.text())
        return _("Alt+Enter writes “{name}”.").format(name=proposal) if proposal else ""

    def follow(self) -> None:
        if proposal := capitalised(self.text()):
            self.line.selectAll()
            self.line.insert(proposal)


def capitalised(name: str) -> str:
    """A name that is typed without capitals with those it usually has; empty if it has some, or no letters.

    ``ayşe nur`` → ``Ayşe Nur``; ``ismail`` → ``İsmail``; ``Van``, ``李`` → empty.
    """
    typed = " ".join(name.split())
    if any(letter.isupper() for letter in typed):
        return ""
    proposal = title_case(typed, Person(family_name=typed).tongue() or "en")
    return proposal if proposal != typed else ""
