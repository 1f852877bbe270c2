"""The two kinds of trouble a person can do something about; every other exception is a bug."""


class Invalid(ValueError):
    """Something typed or read cannot be taken as it is.

    ``sentence`` says in the user's language what is wrong and what would be right;
    ``place`` names where (a field, a line, ``guests[3].since``), empty if the caller knows.
    """

    def __init__(self, sentence: str, place: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.place = place

    def at(self, place: str) -> "Invalid":
        """The same trouble, seen from one level further out."""
        inner = self.place
        joined = place + inner if not inner or inner.startswith("[") else f"{place}.{inner}"
        return Invalid(self.sentence, joined)

    def __str__(self) -> str:
        return f"{self.place}: {self.sentence}" if self.place else self.sentence


class Known(Exception):
    """Something in the world is in the way (disk full, file in use); one sentence says what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
