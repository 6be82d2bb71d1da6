"""Zip files judged by their directory before anything in them is unpacked."""

import zipfile
from typing import BinaryIO

from matcher.sheets import limits
from matcher.sheets.refusals import Unreadable


def names(file: BinaryIO) -> list[str]:
    """The names in the archive, lower case.

    Raises Unreadable where it is broken, encrypted, or would unpack to more than we take. The
    sizes are what the file says of itself; a liar meets the limits of the child instead.
    """
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Unreadable("file_broken") from error
    finally:
        file.seek(0)
    _check(parts)
    return [part.filename.lower() for part in parts]


def _check(parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > limits.PARTS or sum(p.file_size for p in parts) > limits.UNPACKED_BYTES:
        raise Unreadable("file_unpacks_too_big")
    for part in parts:
        swollen = part.file_size > limits.PART_RATIO * max(part.compress_size, 1)
        if swollen and part.file_size > limits.PART_BYTES:
            raise Unreadable("file_unpacks_too_big")
        if part.flag_bits & 1:
            raise Unreadable("file_encrypted")
