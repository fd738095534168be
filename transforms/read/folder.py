"""A folder of releases in every form, and a manifest.csv in any of its folders.

Belongs here: walking the folder and pairing files with what a manifest says of them.
Does not: the forms themselves (forms.py), the manifest itself (manifest.py).
"""

from __future__ import annotations

import os
import posixpath
import re
import stat
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from transforms.read.forms import MANY, NAMED, SINGLE, SUFFIXES, form
from transforms.read.landed import MAX_BYTES, Landed, Rejected, Statement
from transforms.read.manifest import NAME, read_manifest

__all__ = ["SUFFIXES", "Listing", "address", "is_release_file", "list_folder", "read_folder"]
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


_SILENT = (".", "README")  # files about a folder, not in it


@dataclass(slots=True)
class Listing:
    """What lies under a folder: address there -> path. Hidden files and folders are not looked at, links to folders not followed."""

    releases: dict[str, Path] = field(default_factory=dict)
    manifests: dict[str, Path] = field(default_factory=dict)
    others: dict[str, Path] = field(default_factory=dict)
    rejected: list[Rejected] = field(default_factory=list)


def read_folder(root: Path) -> Iterator[Landed | Rejected]:
    """Everything under `root`, in the order of addresses. A single file is read with the manifest beside it."""
    if root.is_file():
        manifest = read_manifest(root.parent / NAME, NAME)
        yield from manifest.rejected
        yield from _file(root, address(root.name), manifest.statements)
        return
    found = list_folder(root)
    yield from found.rejected
    statements: dict[str, Statement] = {}
    for shown, path in found.manifests.items():
        manifest = read_manifest(path, shown)
        yield from manifest.rejected
        said = {posixpath.normpath(posixpath.join(posixpath.dirname(shown), name)): s for name, s in manifest.statements.items()}
        yield from (_absent(name, shown, found) for name in sorted(said.keys() - found.releases.keys()))
        statements |= said
    for shown, path in sorted(found.releases.items()):
        yield from _file(path, shown, statements)


def list_folder(root: Path) -> Listing:
    """Look at everything under `root` without opening any file."""
    found = Listing()

    def refuse(error: OSError) -> None:
        found.rejected.append(Rejected(_under(root, str(error.filename)), "unreadable", f"it cannot be listed: {error.strerror}"))

    for folder, names, files in os.walk(root, onerror=refuse):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for linked in (name for name in names if os.path.islink(os.path.join(folder, name))):  # noqa: PTH114, PTH118 -- as walk gives them
            told = "a link to a folder is not followed; name the folder itself as an input"
            found.rejected.append(Rejected(_under(root, os.path.join(folder, linked)), "unreadable", told))  # noqa: PTH118
        for name in sorted(name for name in files if not name.startswith(_SILENT)):
            path = Path(folder, name)
            _shelf(found, path)[_under(root, str(path))] = path
    return found


def address(name: str) -> str:
    """A path as it is stored and shown: composed accents, and escapes for what cannot be printed or encoded."""
    return _UNPRINTABLE.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), unicodedata.normalize("NFC", name))


def is_release_file(path: Path) -> bool:
    """Whether the name says that releases are in it."""
    return form(path) is not None


def _shelf(found: Listing, path: Path) -> dict[str, Path]:
    if is_release_file(path):
        return found.releases
    return found.manifests if path.name.lower() == NAME else found.others


def _under(root: Path, path: str) -> str:
    return address(Path(path).relative_to(root).as_posix())


def _absent(name: str, manifest: str, found: Listing) -> Rejected:
    if name in found.others:
        return Rejected(name, "unreadable", f"{manifest} names it, but only {NAMED} files are read")
    return Rejected(name, "missing", f"{manifest} names it, but it is not there")


def _file(path: Path, shown: str, statements: Mapping[str, Statement]) -> Iterator[Landed | Rejected]:
    try:
        found = path.stat()
        suffix = form(path)
        if suffix is None:
            yield Rejected(shown, "unreadable", f"only {NAMED} files are read")
        elif not stat.S_ISREG(found.st_mode):
            yield Rejected(shown, "unreadable", "it is no file but a pipe, a socket or a device")
        elif suffix in MANY:
            said = statements.get(shown)
            yield from (_speaking_for(item, said) if said else item for item in MANY[suffix](path, shown))
        elif found.st_size > MAX_BYTES:
            yield Rejected(shown, "too large", f"{found.st_size:,} bytes; a release may have {MAX_BYTES:,}")
        else:
            yield Landed(shown, SINGLE[suffix], path.read_bytes(), statements.get(shown, Statement()))
    except OSError as error:
        yield Rejected(shown, "unreadable", f"it cannot be opened: {error.strerror}")


def _speaking_for(item: Landed | Rejected, said: Statement) -> Landed | Rejected:
    """A release of a file of many with what the manifest says of the file, where the release says nothing of its own."""
    if isinstance(item, Rejected):
        return item
    own = item.statement
    known = {name: getattr(own, name) or getattr(said, name) for name in ("organisation", "home_country", "language")}
    return replace(item, statement=replace(own, **known))
