"""Names of files: allowed everywhere, and no two papers for different people have the same."""

from dipdesk import paths
from dipdesk.papers.file_names import file_name, plain
from dipdesk.papers.registry import paper
from dipdesk.rules.receivers import receiver_keys


def _name(name: str, **chosen: object) -> str:
    known = paper(name)
    return file_name("A/B: 1", known, known.options(**chosen), ("tr", "en"), "pdf")


def test_every_pack_has_a_name_of_its_own() -> None:
    roles = [path.stem for path in paths.resources("packs").glob("*.toml")]
    names = {_name("role_pack", role=role, receiver=whose) for role in roles for whose in ("", "press")}
    assert len(names) == 2 * len(roles)
    assert "AB 1 – Rol paketi – Mutfak (tr-en).pdf" in names


def test_a_copy_says_whose_it_is() -> None:
    assert _name("brief") == "AB 1 – Ziyaret dosyası (tr-en).pdf"
    assert (
        len({_name("programme", receiver=key) for key in ("", *receiver_keys())}) == len(receiver_keys()) + 1
    )


def test_a_name_of_somebody_keeps_no_sign_that_is_forbidden() -> None:
    assert plain(' Ayşe / "Örnek" ') == "Ayşe Örnek"
