"""Remembers what each step was last done for, so that a step that is current is skipped."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path


def key_of(*parts: str | Path) -> str:
    """One fingerprint of some words and of the contents of some files."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.read_bytes() if isinstance(part, Path) else part.encode())
        digest.update(b"\0")
    return digest.hexdigest()


@dataclass(frozen=True)
class Stamps:
    """Step name → fingerprint, in a file inside the environment: it goes when that goes."""

    file: Path

    def are_current(self, name: str, key: str) -> bool:
        """Whether the step was last done for this very fingerprint."""
        return self._read().get(name) == key

    def keep(self, name: str, key: str) -> None:
        """Write down that the step is done for this fingerprint."""
        self._write({**self._read(), name: key})

    def forget(self, name: str) -> None:
        """Take this step as not done."""
        kept = self._read()
        if kept.pop(name, None):
            self._write(kept)

    def _read(self) -> dict[str, str]:
        try:
            kept = json.loads(self.file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return kept if isinstance(kept, dict) else {}

    def _write(self, kept: dict[str, str]) -> None:
        self.file.write_text(json.dumps(kept, indent=1), encoding="utf-8")
