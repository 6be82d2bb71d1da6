"""Settings: one frozen value, read once from FAIRMATCH_* variables; docs/settings.md lists them."""

import os
import secrets
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

LANGUAGES = ("zh_CN", "en")  # what the pages are written in
_DEFAULT_FOLDER = "var"


@dataclass(frozen=True)
class Settings:
    """Everything an operator may set; passed down as plain values."""

    database_url: str
    folder: Path
    secret_key: str
    redis_url: str | None = None
    language: str = "zh_CN"
    time_zone: str = "Asia/Shanghai"
    host: str = "127.0.0.1"
    port: int = 8000
    secure: bool = False
    trusted_proxies: int = 0
    upload_max_mb: int = 10
    streams_max: int = 4000
    stream_hosts: tuple[str, ...] = ()
    retention_days: int = 730

    @classmethod
    def from_env(cls, env: Mapping[str, str] | None = None) -> Self:
        """Read FAIRMATCH_* from the environment.

        Raises ValueError with the variable's name where a value cannot be used.
        """
        env = os.environ if env is None else env
        folder = Path(env.get("FAIRMATCH_FOLDER", _DEFAULT_FOLDER)).absolute()
        return cls(
            database_url=env.get("FAIRMATCH_DATABASE_URL")
            or f"sqlite:///{folder}/fairmatch.sqlite",
            folder=folder,
            secret_key=env.get("FAIRMATCH_SECRET_KEY") or _kept_secret(folder),
            redis_url=env.get("FAIRMATCH_REDIS_URL") or None,
            language=_language(env, "FAIRMATCH_LANGUAGE", cls.language),
            time_zone=_zone(env, "FAIRMATCH_TIME_ZONE", cls.time_zone),
            host=env.get("FAIRMATCH_HOST", cls.host),
            port=_whole(env, "FAIRMATCH_PORT", cls.port),
            secure=env.get("FAIRMATCH_SECURE", "") in ("1", "true", "yes"),
            trusted_proxies=_whole(env, "FAIRMATCH_TRUSTED_PROXIES", cls.trusted_proxies),
            upload_max_mb=_whole(env, "FAIRMATCH_UPLOAD_MAX_MB", cls.upload_max_mb),
            streams_max=_whole(env, "FAIRMATCH_STREAMS_MAX", cls.streams_max),
            stream_hosts=tuple(env.get("FAIRMATCH_STREAM_HOSTS", "").split()),
            retention_days=_whole(env, "FAIRMATCH_RETENTION_DAYS", cls.retention_days),
        )


def _whole(env: Mapping[str, str], name: str, default: int) -> int:
    text = env.get(name, "")
    if not text:
        return default
    if not text.isdigit():
        raise _refused(name, text, "整数", "a whole number")
    return int(text)


def _language(env: Mapping[str, str], name: str, default: str) -> str:
    asked = env.get(name) or default
    found = asked.replace("-", "_")
    if found not in LANGUAGES:
        raise _refused(name, asked, " 或 ".join(LANGUAGES), " or ".join(LANGUAGES))
    return found


def _zone(env: Mapping[str, str], name: str, default: str) -> str:
    asked = env.get(name) or default
    try:
        return ZoneInfo(asked).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        told = (f"{default} 这样的时区", f"a time zone such as {default}")
        raise _refused(name, asked, *told) from None


def _refused(name: str, text: str, chinese: str, english: str) -> ValueError:
    return ValueError(f"{name}={text}：应为{chinese} / must be {english}")


def _kept_secret(folder: Path) -> str:
    """A secret made at the first start and kept beside the data, readable by its owner only.

    Of several first starts at once all get the same one; what a full disk left empty is none.
    """
    path = folder / "secret_key"
    if path.exists():
        if kept := path.read_text("ascii"):
            return kept
        path.unlink(missing_ok=True)
    folder.mkdir(parents=True, exist_ok=True)
    number, made = tempfile.mkstemp(dir=folder, prefix=".secret_key-")
    try:
        with open(number, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(32))
            file.flush()
            os.fsync(number)  # whole on the disk before anybody finds it by its name
        _name_unless_taken(made, path)
    finally:
        Path(made).unlink(missing_ok=True)
    return path.read_text("ascii")


def _name_unless_taken(made: str, path: Path) -> None:
    try:
        os.link(made, path)
    except FileExistsError:  # another start was quicker
        pass
    except OSError:  # a disk without links, as memory sticks have them
        os.replace(made, path)
