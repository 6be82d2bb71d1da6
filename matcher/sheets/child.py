"""The child process that opens files from outside: within limits, and its only way out is lines.

The file stands open as standard input; every line on standard output is one JSON array. A file
that makes a parser run away, eat memory or abort takes this process with it and nothing else.
"""

import contextlib
import gzip
import io
import json
import os
import sys
import zlib
from typing import Any, BinaryIO

from matcher.sheets import kinds, limits
from matcher.sheets.refusals import Unreadable


def main() -> None:
    """Do the one task named on the command line: `table` or `resume`."""
    task = sys.argv[-1]
    with open(0, "rb", closefd=False) as file, open(1, "wb", closefd=False) as out:
        _confine()
        sender = _Sender(out)
        try:
            _do(task, file, sender)
        except Unreadable as refused:
            sender("refused", refused.code, refused.values)
        except MemoryError:
            sender("refused", "file_too_heavy", {})
        except BaseException:  # a panic in a Rust parser is no Exception
            sender("refused", "file_broken", {})
        sender("end")


class _Sender:
    """Writes messages, and stops a file that has more rows or text than we take."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._rows = 0
        self._bytes = 0

    def __call__(self, kind: str, *values: Any) -> None:
        if kind == "row" and not any(values[1]):
            return
        line = json.dumps([kind, *values]).encode("ascii") + b"\n"
        self._bytes += len(line)
        self._rows += kind in ("row", "record", "bad")
        if self._rows > limits.ROWS + 100 and kind != "refused":
            raise Unreadable("too_many_rows", most=limits.ROWS)
        if self._bytes > limits.SENT_BYTES and kind != "refused":
            raise Unreadable("file_too_heavy")
        self._out.write(line)


def _do(task: str, file: BinaryIO, send: _Sender) -> None:
    if os.fstat(file.fileno()).st_size > limits.FILE_BYTES:
        raise Unreadable("file_too_big", most=limits.FILE_BYTES // 1024 // 1024)
    kind = kinds.of(file)
    if task == "resume":
        from matcher.sheets import documents

        documents.read(file, kind, send)
        return
    if kind == "gzip":
        file = _unpacked(file)
        kind = kinds.of(file)
    _read_table(file, kind, send)


def _read_table(file: BinaryIO, kind: str, send: _Sender) -> None:
    if kind in ("workbook", "ole"):
        from matcher.sheets import grids

        grids.read(file, send)
        return
    from matcher.sheets import lines

    readers = {"text": lines.read_csv, "jsonl": lines.read_jsonl, "json": lines.read_json}
    if kind not in readers:
        raise Unreadable("sheet_kind_unknown", kind=kind)
    readers[kind](file, send)


def _unpacked(file: BinaryIO) -> BinaryIO:
    """What a gzip file holds, in memory, up to the limit."""
    try:
        with gzip.open(file) as packed:
            plain = packed.read(limits.UNPACKED_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise Unreadable("file_broken") from error
    if len(plain) > limits.UNPACKED_BYTES:
        raise Unreadable("file_unpacks_too_big")
    return io.BytesIO(plain)


def _confine() -> None:
    """Take away what a parser does not need; where the system knows no such limits, go without."""
    try:
        import resource
    except ImportError:
        return
    bounds = {
        resource.RLIMIT_AS: limits.CHILD_MEMORY,
        resource.RLIMIT_CPU: limits.CHILD_SECONDS,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NOFILE: 64,
    }
    for what, most in bounds.items():
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    main()
