"""Who may come in, and who may correct: by settings in the environment.

Belongs here: the settings and what they mean. Does not: drawing the login page (shell.py), the form for corrections (sections/wrong.py).
"""

from __future__ import annotations

import os
from collections.abc import Sequence

import streamlit as st

READ_ONLY = "PRESSLEDGER_READ_ONLY"
_YES = {"1", "true", "yes", "on"}


def may_correct() -> bool:
    """Whether corrections are taken: unless PRESSLEDGER_READ_ONLY is set."""
    return os.environ.get(READ_ONLY, "").strip().lower() not in _YES


def login_needed() -> bool:
    """Whether the dashboard was started with a login file (`pressledger dashboard --login FILE`)."""
    return "auth" in st.secrets if _has_secrets() else False


def visitor() -> str | None:
    """The e-mail address of who is logged in, else the name; None without a login."""
    if not login_needed() or not st.user.is_logged_in:
        return None
    return str(st.user.get("email") or st.user.get("name") or st.user.get("sub"))


def is_allowed() -> bool:
    """Whether who is logged in may see the ledger: any account of the provider, or those that the login file lists.

    `[pressledger] allow = ["someone@example.org", "@example.org"]`; an address counts only where the provider has verified it.
    """
    listed: Sequence[str] = st.secrets.get("pressledger", {}).get("allow", [])
    if not listed:
        return True
    address = str(st.user.get("email") or "").lower()
    if not address or st.user.get("email_verified") is False:
        return False
    return any(address == entry.lower() or (entry.startswith("@") and address.endswith(entry.lower())) for entry in listed)


def _has_secrets() -> bool:
    return bool(st.secrets.load_if_toml_exists())
