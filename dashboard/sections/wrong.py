"""“Wrong?” on an activity: a form that appends a ruling, and what was ruled since the last build.

Belongs here: the form and the pending rulings of one activity. What people write is shown by st.text only.
Does not: the file of rulings (warehouse/corrections.py), who may rule (access.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard import access, data
from dashboard.sections.frame import View
from dashboard.words import as_label, count, day
from warehouse import corrections

_AS_IT_IS, _NOT_SAID = "As it is", "Not said"
_REJECT, _CHANGE = "It is no activity, or not this one", "It is one, but coded wrongly"
_STATUSES = ("planned", "ongoing", "completed", "cancelled")
_MEANING = (
    "What you send is appended to the file of rulings with your name and reason. The figures change with the next build; "
    "nothing is ever deleted, and a ruling can be taken back."
)


def wrong(view: View, row: Mapping[str, Any]) -> None:
    """Pending rulings on the activity of `row`, and the form for one more."""
    if not view.has("corrections"):
        return
    identity = str(row["activity_id"])
    waiting = [ruling for ruling in pending(view) if any(target.activity_id == identity for target in ruling.targets)]
    for ruling in waiting:
        _waiting(ruling)
    if not access.may_correct():
        return
    box = st.expander("Wrong?", key=f"wrong-{identity}", on_change="rerun", icon=":material/edit:")
    if box.open:
        with box:
            _form(view, identity)


def pending(view: View) -> list[corrections.Ruling]:
    """Rulings that the published file has not heard of yet."""
    return corrections.pending(corrections.path_of(data.warehouse_directory()), data.published_file(view.snapshot))


def in_words(ruling: corrections.Ruling) -> str:
    """What a ruling does, in one line."""
    changes = ", ".join(f"{name} = {_NOT_SAID.lower() if value is None else value}" for name, value in ruling.fields.items())
    return {"reject": "rejected", "change": f"changed: {changes}"}.get(ruling.act, ruling.act)


def _waiting(ruling: corrections.Ruling) -> None:
    with st.container(border=True, gap="xxsmall"):
        st.badge("Pending: the next build applies it", color="orange", icon=":material/pending:")
        st.text(f"{in_words(ruling).capitalize()} — {ruling.by}, {day(ruling.at)}: {ruling.why}")


def _form(view: View, identity: str) -> None:
    st.caption(_MEANING)
    act = st.radio("What is wrong", [_REJECT, _CHANGE], key=f"act-{identity}")
    with st.form(f"ruling-{identity}", border=False, clear_on_submit=False):
        fields = _fields(view, identity) if act == _CHANGE else {}
        known = access.visitor()
        by = st.text_input("Your name", value=known or st.session_state.get("ruled_by", ""), disabled=bool(known), max_chars=100)
        why = st.text_area("Why, in a sentence", max_chars=1000, height=80)
        if st.form_submit_button("Send", icon=":material/send:"):
            _send(view, identity, (known or by, why), fields, is_change=act == _CHANGE)


def _fields(view: View, identity: str) -> dict[str, Any]:
    """The fields that are to change; None is "not said"."""
    given: dict[str, str | None] = {
        "kind": _choose("Kind", _names(view, "kind"), identity, can_be_null=False),
        "country_code": _choose("Country", _names(view, "country"), identity),
        "sector_code": _choose("Sector", _names(view, "sector"), identity),
        "status": _choose("Status", {status: status for status in _STATUSES}, identity),
    }
    date = st.text_input(
        "Date", placeholder=_AS_IT_IS, help="2021-09-26, 2021-09, 2021 or another EDTF date; a dash for none.", key=f"date-{identity}"
    ).strip()
    if date:
        given["date_edtf"] = None if date in {"-", "–"} else date
    return {name: None if value == _NOT_SAID else value for name, value in given.items() if value != _AS_IT_IS}


def _choose(label: str, names: dict[str, str], identity: str, *, can_be_null: bool = True) -> str:
    options = [_AS_IT_IS, *([_NOT_SAID] if can_be_null else []), *names]
    return str(st.selectbox(label, options, format_func=lambda code: names.get(code, code), key=f"{label}-{identity}"))


def _names(view: View, axis: str) -> dict[str, str]:
    every = data.ask(view.snapshot, "codes")
    return {str(row["code"]): str(row["name"]) for row in every[every["axis"] == axis].to_dict("records")}


def _send(view: View, identity: str, signed: tuple[str, str], fields: dict[str, Any], *, is_change: bool) -> None:
    if is_change and not fields:
        st.error("Say what is right: choose a value for at least one field.", icon=":material/error:")
        return
    path = corrections.path_of(data.warehouse_directory())
    try:
        corrections.rule(path, data.published_file(view.snapshot), identity, signed, fields or None)
    except corrections.RulingError as error:
        st.error(as_label(f"This cannot stand: {error}."), icon=":material/error:")
    except OSError as error:
        st.error(as_label(f"The file of rulings cannot be written: {error.strerror}."), icon=":material/error:")
    else:
        st.session_state["ruled_by"] = signed[0]
        st.rerun()


def waiting_in_words(view: View) -> str:
    """How many rulings wait for a build; empty where none does."""
    number = len(pending(view)) if view.has("corrections") else 0
    return f"{count(number, 'correction waits', 'corrections wait')} for the next build" if number else ""
