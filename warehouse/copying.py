"""Copying a file so that the disk does least.

Belongs here: that one thing. Does not: making the copy durable or known (snapshot.py).
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

_AT_ONCE = 1 << 30


def copy(source: Path, target: Path) -> None:
    """Copy the bytes of `source`: where the file system can share them (Btrfs, XFS), none are written; elsewhere the kernel copies."""
    try:
        _within_the_kernel(source, target)
    except (AttributeError, OSError):  # not Linux, or a file system that cannot
        shutil.copyfile(source, target)


def _within_the_kernel(source: Path, target: Path) -> None:
    with source.open("rb") as reader, target.open("wb") as writer:
        left = os.fstat(reader.fileno()).st_size
        while left:
            copied = os.copy_file_range(reader.fileno(), writer.fileno(), min(left, _AT_ONCE))
            if not copied:
                raise OSError
            left -= copied
