"""The language of the windows: ours, Qt's own buttons, and how Qt writes dates and numbers."""

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from dipdesk.i18n import LANGUAGES, installed_languages, language, speak

_PRINTED = frozenset(("Ctrl", "Shift", "Alt", "Del", "Esc", "Tab", "PgUp", "PgDown"))
"""Keys that are called so on Turkish keyboards, too."""


class _Translator(QTranslator):
    """Qt's own catalogue, but for the keys whose English names stand on every keyboard."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        if context == "QShortcut" and source in _PRINTED:
            return source
        return super().translate(context, source, disambiguation, n) or None


def of_system() -> str:
    """The language of this computer if we speak it, else the default."""
    code = QLocale.system().name().split("_")[0]
    return code if code in installed_languages() else LANGUAGES[0]


def spoken() -> str:
    """The code of the language that the windows speak."""
    return language()


def switch(app: QApplication, code: str) -> None:
    """Speak ``code`` from now on, Qt too; what is on the screen already must be built anew."""
    speak(code)
    QLocale.setDefault(QLocale(code))
    for earlier in app.findChildren(QTranslator, options=Qt.FindChildOption.FindDirectChildrenOnly):
        app.removeTranslator(earlier)
        earlier.deleteLater()
    translator = _Translator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{code}", folder):
        app.installTranslator(translator)
