"""A folder of releases: text files, JSON Lines, and a manifest.csv in any of its folders.

Belongs here: walking the folder and pairing files with what the manifest says of them.
Does not: the forms themselves (jsonl.py, manifest.py, decode.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from transforms.read.jsonl import read_jsonl
from transforms.read.landed import MAX_BYTES, Landed, Rejected, Statement
from transforms.read.manifest import NAME, Manifest, read_manifest

SUFFIXES = (".txt", ".jsonl")


def read_folder(root: Path) -> Iterator[Landed | Rejected]:
    """Everything under `root` in the order of names. A single file is read as if it lay alone in its folder's listing."""
    if root.is_file():
        manifest = read_manifest(root.parent / NAME, NAME)
        yield from _file(root, root.name, manifest)
        return
    folders = sorted({path.parent for path in root.rglob("*") if _is_input(path) or path.name == NAME})
    for folder in folders:
        yield from _folder(root, folder)


def other_files(root: Path) -> list[Path]:
    """Files under `root` that are of no form that can be read; hidden files are not counted."""
    return [p for p in sorted(root.rglob("*")) if p.is_file() and not _is_input(p) and p.name != NAME and not p.name.startswith(".")]


def _folder(root: Path, folder: Path) -> Iterator[Landed | Rejected]:
    prefix = folder.relative_to(root)
    manifest = read_manifest(folder / NAME, str(prefix / NAME))
    yield from manifest.rejected
    files = sorted(path for path in folder.iterdir() if _is_input(path))
    for missing in sorted(manifest.statements.keys() - {path.name for path in files}):
        yield Rejected(str(prefix / missing), "missing", f"{prefix / NAME} names it, but it is not there")
    for path in files:
        yield from _file(path, str(prefix / path.name), manifest)


def _file(path: Path, shown: str, manifest: Manifest) -> Iterator[Landed | Rejected]:
    try:
        if path.suffix.lower() == ".jsonl":
            yield from read_jsonl(path, shown)
        elif (size := path.stat().st_size) > MAX_BYTES:
            yield Rejected(shown, "too large", f"{size:,} bytes; a release may have {MAX_BYTES:,}")
        else:
            yield Landed(shown, "text/plain", path.read_bytes(), manifest.statements.get(path.name, Statement()))
    except OSError as error:
        yield Rejected(shown, "unreadable", f"it cannot be opened: {error.strerror}")


def _is_input(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES and path.is_file()
