"""What a source lists now.

Belongs here: walking feeds, sitemaps and index pages, each asked for conditionally, to their end or to what is known.
Does not: reading a listing (transforms/read/listing.py), the pages that are listed (visit.py).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from orchestration.fetch.canonical import canonical
from orchestration.fetch.client import Answer, Client, Permit, Validators
from orchestration.fetch.errors import NotFetchedError
from orchestration.sources import Source
from transforms.read.landed import MAX_BYTES, UnreadableError
from transforms.read.limits import MAX_LISTING_BYTES
from transforms.read.listing import Listed, matcher, read_feed, read_index, read_sitemap
from warehouse.visits import Listing, Page

_LISTINGS = 1_000  # a walk that is longer than this goes round in a circle that no two addresses show
_PAGES = 200_000  # no press centre has so many; a list without end would fill the memory
_OK, _NOT_MODIFIED = 200, 304


class Entry(NamedTuple):
    """A listed page, and the text that the listing carries of it."""

    page: Page
    listed: Listed


@dataclass(slots=True)
class Found:
    """What the listings of a source name. `error` says why the walk ended early; what was found until then counts."""

    entries: dict[str, Entry] = field(default_factory=dict)
    read: list[Listing] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    error: str | None = None


class Remembered(NamedTuple):
    """What earlier visits know: listings with their validators, pages, and whether the last one saw the whole list."""

    listings: Mapping[str, Listing]
    uris: frozenset[str]
    was_complete: bool


def discover(source: Source, client: Client, permit: Permit, known: Remembered) -> Found:
    """Walk the listings of a source. A listing that cannot be had or read ends the walk, or is left out where others remain."""
    found = Found()
    walk = _Walk(source, client, permit, known, found)
    {"feed": walk.feed, "sitemap": walk.sitemaps, "index": walk.index}[source.kind]()
    return found


@dataclass(slots=True)
class _Walk:
    source: Source
    client: Client
    permit: Permit
    known: Remembered
    found: Found

    def feed(self) -> None:
        """One document that says it all."""
        address = self.source.location
        self._read(address, lambda answer: self._take(address, read_feed(answer.content, answer.address)))

    def sitemaps(self) -> None:
        """A sitemap, or an index and all sitemaps that it leads to; the pages changed last come first."""
        waiting, seen = deque([self.source.location]), {self.source.location}

        def take(answer: Answer) -> None:
            pages, further = read_sitemap(answer.content)
            self._take(address, pages)
            fresh = [other for other in dict.fromkeys(further) if other not in seen]
            seen.update(fresh)
            waiting.extend(fresh)

        while waiting:
            address = waiting.popleft()
            if len(seen) > _LISTINGS:
                self.found.error = f"there are more than {_LISTINGS:,} sitemaps"
                break
            # An index is always read: what it leads to is not remembered.
            is_index = address == self.source.location and len(self.known.listings) > 1
            self._read(address, take, conditional=not is_index)
            if len(self.found.entries) >= _PAGES:
                break
        dated = sorted(self.found.entries.values(), key=lambda entry: entry.page.changed_day or "", reverse=True)
        self.found.entries = {e.page.uri: e._replace(page=replace(e.page, listed_rank=rank)) for rank, e in enumerate(dated)}

    def index(self) -> None:
        """Pages from the newest to the oldest, until one names nothing new."""
        address: str | None = self.source.location
        following: str | None = None
        seen: set[str] = set()

        def take(answer: Answer) -> None:
            nonlocal following
            entries, following = read_index(answer.content, answer.address, self.source.link_pattern, self.source.next_pages)
            self._take(str(address), entries)

        while address and canonical(address) not in seen:
            seen.add(canonical(address))
            before = len(self.found.entries)
            if len(seen) > _LISTINGS:
                self.found.error = f"there are more than {_LISTINGS:,} index pages"
            if self.found.error or not self._read(address, take, conditional=len(seen) == 1):
                return
            fresh = list(self.found.entries)[before:]
            if not fresh or (self.known.was_complete and self.known.uris.issuperset(fresh)):
                return
            address = following

    def _read(self, address: str, take: Callable[[Answer], None], *, conditional: bool = True) -> bool:
        """Ask for one listing and take it; False where there is nothing to go on from."""
        before = self.known.listings.get(address) if conditional and self.known.was_complete else None
        validators = Validators(before.etag, before.last_modified) if before else Validators()
        try:
            answer = self.client.get(address, self.permit, validators, MAX_LISTING_BYTES if self.source.kind == "sitemap" else MAX_BYTES)
            if answer.status == _NOT_MODIFIED and before:
                self.found.unchanged.append(address)
                return False
            if answer.status == _OK:
                take(answer)
            why = None if answer.status == _OK else f"it answers {answer.status}"
        except (NotFetchedError, UnreadableError) as error:
            why = str(error)
        if why:
            self.found.error = self.found.error or f"{address}: {why}"
            return False
        self.found.read.append(Listing(address, *answer.validators))
        return True

    def _take(self, address: str, entries: Sequence[Listed]) -> None:
        wanted = matcher(self.source.link_pattern or "*")
        for listed in entries:
            if not wanted(listed.uri) and not listed.uri.startswith("#"):
                continue
            if len(self.found.entries) >= _PAGES:
                raise NotFetchedError(f"more than {_PAGES:,} pages are listed")
            rank = len(self.found.entries)
            said = (listed.published, listed.modified, listed.title, listed.content is not None)
            page = Page(canonical(listed.uri), listed.uri, address, rank, *said)
            self.found.entries.setdefault(page.uri, Entry(page, listed))
