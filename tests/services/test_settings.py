"""The secret that signs forms: one for all who start, never an empty one."""

import secrets
from pathlib import Path

import pytest

from matcher.settings import Settings


def _started(folder: Path) -> str:
    return Settings.from_env({"FAIRMATCH_FOLDER": str(folder)}).secret_key


def test_two_first_starts_at_once_have_one_secret(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    others: list[str] = []
    drawn = secrets.token_urlsafe

    def slowly(size: int) -> str:
        if not others:  # another one starts, and is through before this one has its secret
            others.append("")
            others[0] = _started(tmp_path / "new")
        return drawn(size)

    monkeypatch.setattr(secrets, "token_urlsafe", slowly)
    assert _started(tmp_path / "new") == others[0]
    assert _started(tmp_path / "new") == others[0]
    assert [each.name for each in (tmp_path / "new").iterdir()] == ["secret_key"]
    assert (tmp_path / "new" / "secret_key").stat().st_mode & 0o077 == 0


def test_a_secret_that_a_full_disk_left_empty_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "secret_key").touch()
    assert len(_started(tmp_path)) > 30
    assert _started(tmp_path) == _started(tmp_path)


def test_the_secret_is_whole_before_it_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        _started(tmp_path)
    assert list(tmp_path.iterdir()) == []
