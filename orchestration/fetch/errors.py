"""Why something could not be fetched.

Belongs here: the errors of this folder. Does not: what is done about them (client.py retries, visit.py records).
"""


class NotFetchedError(Exception):
    """One address could not be had; the message says why. `passing`: it may well work a moment later."""

    def __init__(self, message: str, *, passing: bool = False) -> None:
        super().__init__(message)
        self.passing = passing


class TooLargeError(NotFetchedError):
    """There is more of it than a release can have: that goes to quarantine, for `reason`."""

    def __init__(self, message: str, reason: str = "too large") -> None:
        super().__init__(message)
        self.reason = reason


class BusyError(NotFetchedError):
    """The host asks to come back later; `seconds` where it says how much later."""

    def __init__(self, message: str, seconds: float | None) -> None:
        super().__init__(message, passing=True)
        self.seconds = seconds


class StopError(NotFetchedError):
    """The host wants nothing to be asked, or cannot say whether it does: it is left alone for this visit."""
