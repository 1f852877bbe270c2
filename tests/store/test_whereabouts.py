"""Where files lie: shares and synchronised folders are known by what they are, not by how they sound."""

from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from dipdesk import cli
from dipdesk.errors import Known
from dipdesk.store import opening, whereabouts
from dipdesk.store.refusals import Elsewhere

TABLE = """\
sysfs /sys sysfs rw 0 0
/dev/sda2 / ext4 rw,relatime 0 0
/dev/sda3 /home ext4 rw 0 0
//sunucu/ortak /mnt/ortak cifs rw 0 0
sunucu:/export /home/ayse/d\\304\\261s\\040ili\\305\\237kiler nfs4 rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
user@host: /home/ayse/uzak fuse.sshfs rw 0 0
/dev/sdb1 /media/ayse/USB vfat rw 0 0
portal /run/user/1000/doc fuse.portal rw 0 0
dav /mnt/dav fuse.davfs2 rw 0 0
rclone: /home/ayse/bulut fuse.rclone rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/srv/a.dipdesk", "ext4"),
        ("/home/ayse/a.dipdesk", "ext4"),
        ("/mnt/ortak/x/a.dipdesk", "cifs"),
        ("/mnt/ortaklar/a.dipdesk", "ext4"),
        ("/run/user/1000/gvfs/smb-share:server=x/a.dipdesk", "fuse.gvfsd-fuse"),
        ("/home/ayse/uzak/a.dipdesk", "fuse.sshfs"),
        ("/media/ayse/USB/a.dipdesk", "vfat"),
        ("/mnt/dav/a.dipdesk", "fuse.davfs2"),
        ("/home/ayse/bulut/a.dipdesk", "fuse.rclone"),
    ],
)
def test_the_nearest_mount_tells_what_a_folder_is(path: str, kind: str) -> None:
    assert whereabouts.mounted_as(PurePosixPath(path), TABLE) == kind


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "davfs", "fuse.gvfsd-fuse"])
def test_a_network_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    table = tmp_path / "mounts"
    table.write_text(f"/dev/sda / ext4 rw 0 0\nserver:/x {tmp_path / 'ortak'} {kind} rw 0 0\n")
    monkeypatch.setattr(whereabouts, "_MOUNTS", table)
    (tmp_path / "ortak").mkdir()
    with pytest.raises(Elsewhere) as refused:
        opening.create(tmp_path / "ortak" / "a.dipdesk", "Örnek")
    assert refused.value.sentence == (
        "“a.dipdesk” lies in a network folder, where it could be damaged."
        " Copy it to this computer and work there."
    )
    assert list((tmp_path / "ortak").iterdir()) == []
    opening.create(tmp_path / "a.dipdesk", "Örnek").close()


@pytest.mark.parametrize(
    ("path", "is_share"),
    [
        (r"\\sunucu\ortak\a.dipdesk", True),
        (r"\\?\UNC\sunucu\ortak\a.dipdesk", True),
        (r"\\10.0.0.5\paylas\x\a.dipdesk", True),
        (r"C:\Users\ayse\a.dipdesk", False),
        (r"\\?\C:\Users\ayse\a.dipdesk", False),
        (r"\\.\C:\a.dipdesk", False),
    ],
)
def test_names_of_shares_are_known(path: str, is_share: bool) -> None:
    assert whereabouts.is_share(PureWindowsPath(path)) is is_share


@pytest.mark.parametrize(("kind", "is_network"), [(4, True), (3, False), (2, False), (0, False)])
def test_a_drive_of_another_computer_is_known(
    monkeypatch: pytest.MonkeyPatch, kind: int, is_network: bool
) -> None:
    monkeypatch.setattr(whereabouts.sys, "platform", "win32")
    monkeypatch.setattr(whereabouts, "_drive_type", lambda path: kind)
    assert whereabouts.is_network(Path("/x/a.dipdesk")) is is_network


SYNCED = [
    (r"C:\Users\ayse\OneDrive\Belgeler\a.dipdesk", "OneDrive"),
    (r"C:\Users\ayse\OneDrive - Balıkesir Belediyesi\Belgeler\a.dipdesk", "OneDrive"),
    (r"D:\OneDrive - Belediye\a.dipdesk", "OneDrive"),
    (r"D:\Veri\OneDrive - Belediye\x\a.dipdesk", "OneDrive"),
    (r"C:\Users\ayse\onedrive\a.dipdesk", "OneDrive"),
    (r"C:\Users\ayse\Dropbox\a.dipdesk", "Dropbox"),
    (r"C:\Users\ayse\Dropbox (Belediye)\Dış İlişkiler\a.dipdesk", "Dropbox"),
    (r"D:\Dropbox\a.dipdesk", "Dropbox"),
    (r"G:\My Drive\a.dipdesk", "Google Drive"),
    (r"G:\Drive'ım\a.dipdesk", "Google Drive"),
    (r"C:\Users\ayse\Google Drive\a.dipdesk", "Google Drive"),
    (r"C:\Users\ayse\iCloudDrive\a.dipdesk", "iCloud"),
    (r"C:\Users\ayse\YandexDisk\a.dipdesk", "Yandex Disk"),
    (r"C:\Users\ayse\Box\a.dipdesk", "Box"),
    (r"C:\Users\ayse\MEGA\x\a.dipdesk", "MEGA"),
    (r"C:\Users\ayse\Nextcloud\a.dipdesk", "Nextcloud"),
    (r"C:\Users\ayse\SynologyDrive\a.dipdesk", "Synology Drive"),
    ("/home/ayse/Dropbox/a.dipdesk", "Dropbox"),
    ("/home/ayse/Nextcloud/Ofis/a.dipdesk", "Nextcloud"),
    ("/home/ayse/Yandex.Disk/a.dipdesk", "Yandex Disk"),
    ("/home/ayse/MEGAsync/a.dipdesk", "MEGA"),
    ("/home/ayse/pCloudDrive/a.dipdesk", "pCloud"),
    ("/root/ownCloud/a.dipdesk", "ownCloud"),
    ("/Users/ayse/Library/Mobile Documents/com~apple~CloudDocs/a.dipdesk", "iCloud"),
    ("/Users/ayse/Library/CloudStorage/OneDrive-Belediye/a.dipdesk", "a cloud program"),
    ("/Users/ayse/Dropbox/a.dipdesk", "Dropbox"),
]
ALIKE = [
    r"C:\Users\ayse\Documents\Mehmet Box\a.dipdesk",
    r"C:\Users\ayse\MEGA proje\a.dipdesk",
    r"C:\Users\ayse\Belgeler\Box\a.dipdesk",
    r"C:\Users\ayse\OneDriveYedek\a.dipdesk",
    r"C:\Users\ayse\Desktop\Dropbox notları\a.dipdesk",
    r"C:\Users\MEGA\Documents\a.dipdesk",
    r"C:\Users\ayse\AppData\Local\dipdesk\Box\a.dipdesk",
    r"D:\Boxing\a.dipdesk",
    r"D:\Arşiv\MEGA\a.dipdesk",
    r"C:\Users\ayse\Documents\OneDrive.dipdesk",
    r"C:\Users\Box\a.dipdesk",
    "/home/ayse/Belgeler/Google Drive taşınması/a.dipdesk",
    "/home/dropbox/belgeler/a.dipdesk",
    "/home/ayse/Nextcloud.dipdesk",
    "/srv/ofis/MEGA/a.dipdesk",
    "/Users/ayse/Library/Application Support/a.dipdesk",
    "/home/ayse/tresorit-kılavuzu/a.dipdesk",
]


def pure(path: str) -> PurePath:
    return PureWindowsPath(path) if "\\" in path else PurePosixPath(path)


@pytest.mark.parametrize(("path", "program"), SYNCED)
def test_folders_of_programs_that_copy_are_known(path: str, program: str) -> None:
    assert whereabouts.program_of(pure(path), {}) == program


@pytest.mark.parametrize("path", ALIKE)
def test_names_that_sound_alike_are_let_be(path: str) -> None:
    assert whereabouts.program_of(pure(path), {}) == ""


def test_a_folder_that_the_system_names_is_known() -> None:
    environment = {"OneDriveCommercial": r"E:\Buluttaki Dosyalar"}
    path = PureWindowsPath(r"E:\Buluttaki Dosyalar\Ofis\a.dipdesk")
    assert whereabouts.program_of(path, environment) == "OneDrive"
    assert whereabouts.program_of(PureWindowsPath(r"E:\Buluttaki\a.dipdesk"), environment) == ""


@pytest.mark.parametrize(
    ("mark", "program"), [(".stfolder", "Syncthing"), (".dropbox.cache", "Dropbox"), (".dropbox", "Dropbox")]
)
def test_what_such_programs_leave_behind_is_known(tmp_path: Path, mark: str, program: str) -> None:
    below = tmp_path / "ofis" / "belgeler"
    below.mkdir(parents=True)
    opening.create(below / "a.dipdesk", "Örnek").close()
    (tmp_path / "ofis" / mark).mkdir()
    before = (below / "a.dipdesk").read_bytes()
    with pytest.raises(Known) as refused:
        opening.open_file(below / "a.dipdesk")
    assert refused.value.sentence == (
        f"“a.dipdesk” lies in a folder that {program} copies to a cloud: it could be damaged there, and"
        " circular 2019/12 does not allow it. Copy it to another folder of this computer."
    )
    assert (below / "a.dipdesk").read_bytes() == before


def test_a_link_into_such_a_folder_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "there" / ".stfolder").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "there")
    with pytest.raises(Elsewhere):
        opening.create(tmp_path / "link" / "a.dipdesk", "Örnek")


def test_the_command_line_says_so_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / ".stfolder").mkdir()
    assert cli.main(["new", str(tmp_path / "a.dipdesk"), "--office", "Örnek"]) == 1
    assert "Syncthing" in capsys.readouterr().err
