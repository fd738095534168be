"""What a ruling is: who says since when that what is right, and why.

Belongs here: its shape, as an object and as one line of JSON. Does not: which values its fields may have (fields.py).
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field, fields
from datetime import UTC, datetime
from typing import Any

from transforms.ruling.fields import check

ACTS = ("change", "reject", "add", "merge", "split", "undo")
_TARGETS = {"change": (1, 1), "reject": (1, 1), "add": (1, 1), "merge": (2, None), "split": (1, None), "undo": (0, 0)}
_NAMES = {"ruling_id", "act", "by", "at", "why", "targets", "fields", "undoes"}


class RulingError(ValueError):
    """A ruling is not as it should be; the message says what is wrong with it, as a sentence."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a ruling is about: an activity as it stood then, or, to add one, the words that report it.

    `content_sha256` tells later whether the release changed; `evidence` finds the row again when its identity went.
    """

    activity_id: str
    release_id: str
    revision: int
    content_sha256: str
    evidence: str
    country_code: str | None = None


@dataclass(frozen=True, slots=True)
class Ruling:
    """One ruling. `fields` are the values that a change or an added row has, None for "not said"; `undoes` names a ruling to undo.

    Raises:
        RulingError: something is missing, not known, or no value of the code lists.
    """

    act: str
    by: str
    why: str
    targets: tuple[Target, ...] = ()
    fields: dict[str, Any] = field(default_factory=dict)
    undoes: str | None = None
    at: datetime = field(default_factory=lambda: datetime.now(UTC))

    def __post_init__(self) -> None:
        if self.act not in ACTS:
            raise RulingError(f"act is {self.act!r} and not one of {', '.join(ACTS)}")
        for name in ("by", "why"):
            if not str(getattr(self, name) or "").strip():
                raise RulingError(f"{name!r} is missing: a ruling says who ruled and why")
        least, most = _TARGETS[self.act]
        if len(self.targets) < least or (most is not None and len(self.targets) > most):
            raise RulingError(f"{self.act} needs {least}{' or more' if most is None else ''} activities and has {len(self.targets)}")
        if (self.act == "undo") != bool(self.undoes):
            raise RulingError("'undoes' names the ruling to undo, in an undo and nowhere else")
        self._check_fields()

    @property
    def ruling_id(self) -> str:
        """Identity: a digest of everything that it says."""
        return hashlib.blake2b(self._text().encode(), digest_size=8).hexdigest()

    def line(self) -> str:
        """One line of JSON, without its end."""
        return json.dumps({"ruling_id": self.ruling_id, **json.loads(self._text())}, ensure_ascii=False)

    def _check_fields(self) -> None:
        if (self.act in ("change", "add")) != bool(self.fields):
            raise RulingError("'fields' says what is right, in a change or an addition and nowhere else")
        try:
            check(self.fields, whole=self.act == "add")
        except ValueError as error:
            raise RulingError(str(error)) from None
        if any(not target.evidence.strip() for target in self.targets):
            raise RulingError("an activity is named without the words that report it")

    def _text(self) -> str:
        said = asdict(self) | {"at": self.at.astimezone(UTC).isoformat(timespec="microseconds")}
        return json.dumps({name: value for name, value in said.items() if value not in (None, {}, ())}, ensure_ascii=False, sort_keys=True)


def parse(line: str) -> Ruling:
    """Read one line.

    Raises:
        RulingError: it is no JSON object or no ruling.
    """
    try:
        said = json.loads(line)
    except json.JSONDecodeError as error:
        raise RulingError(f"no JSON: {error}") from None
    if not isinstance(said, dict):
        raise RulingError("no JSON object")
    if unknown := sorted(said.keys() - _NAMES):
        raise RulingError(f"unknown name: {', '.join(unknown)}")
    try:
        at = datetime.fromisoformat(said["at"])
        targets = tuple(_target(target) for target in said.get("targets", ()))
    except KeyError as error:
        raise RulingError(f"{error.args[0]!r} is missing") from None
    except (TypeError, ValueError, AttributeError) as error:
        raise RulingError(str(error)) from None
    if at.tzinfo is None:
        raise RulingError("'at' has no time zone")
    act, by, why, undoes = (said.get(name) for name in ("act", "by", "why", "undoes"))
    if not all(value is None or isinstance(value, str) for value in (act, by, why, undoes)):
        raise RulingError("act, by, why and undoes are texts")
    ruling = Ruling(act or "", by or "", why or "", targets, _object(said.get("fields", {})), undoes, at)
    if said.get("ruling_id", ruling.ruling_id) != ruling.ruling_id:
        raise RulingError(f"it was changed after it was written: it says another thing than ruling {said['ruling_id']}")
    return ruling


def _target(said: Any) -> Target:
    known = {f.name: f.type for f in fields(Target)}
    given = _object(said)
    if unknown := sorted(given.keys() - known.keys()):
        raise RulingError(f"unknown name in a target: {', '.join(unknown)}")
    for name, value in given.items():
        wanted = int if name == "revision" else str
        if not isinstance(value, wanted) and not (value is None and name == "country_code"):
            raise RulingError(f"target: {name} is {value!r}")
    return Target(**given)


def _object(said: Any) -> dict[str, Any]:
    if not isinstance(said, dict):
        raise RulingError(f"{said!r} is no JSON object")
    return said
