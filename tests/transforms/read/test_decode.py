"""Bytes of every kind become text or a reason."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.read.decode import decode
from transforms.read.landed import MAX_BYTES, UnreadableError

FRENCH = "La société a signé un accord à Abidjan, Côte d’Ivoire : « un pas décisif » — 3,5 M€ créés à Yamoussoukro.\n"
RUSSIAN = "Компания подписала соглашение о строительстве завода в Узбекистане. Церемония прошла в Ташкенте 26 сентября 2021 года.\n"
CHINESE = "中国路桥工程有限责任公司与肯尼亚政府签署了公路建设协议。项目总长一百二十公里。The company said on Sept 26.\n"
JAPANESE = "当社はケニア共和国において道路建設契約を締結しました。2021年9月26日にナイロビで署名式が行われました。\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "utf-8"),
        (FRENCH, "utf-8-sig"),
        (FRENCH, "utf-16"),
        (FRENCH, "utf-32"),
        (FRENCH, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (CHINESE, "gb18030"),
        (CHINESE, "big5"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        ("plain", "ascii"),
    ],
)
def test_text_is_read_in_the_encoding_it_was_written_in(text, encoding):
    assert decode(text.encode(encoding, "replace"))[0] == text.encode(encoding, "replace").decode(encoding)


@pytest.mark.parametrize(("mark", "encoding"), [(codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")])
def test_a_byte_order_mark_is_no_part_of_the_text(mark, encoding):
    assert decode(mark + FRENCH.encode(encoding))[0] == FRENCH


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t\n ", "empty"),
        (b"%PDF-1.7 ...", "binary"),
        (b"PK\x03\x04" + b"text" * 50, "binary"),
        (bytes(range(256)) * 10, "binary"),
        (b"\x00" * 500, "binary"),
        ("caf\u00e9 and cr\u00e8me".encode() + b" caf\xe9", "undecodable"),
        ("Société générale".encode()[:-3] + b"\xc3", "undecodable"),
        (codecs.BOM_UTF8 + b"caf\xe9", "undecodable"),
        (codecs.BOM_UTF16_LE + b"a", "undecodable"),
        (b"a" * (MAX_BYTES + 1), "too large"),
    ],
)
def test_what_is_no_text_has_a_reason(content, reason):
    with pytest.raises(UnreadableError) as told:
        decode(content)
    assert told.value.reason == reason
    assert str(told.value)


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(content):
    try:
        text, encoding = decode(content)
    except UnreadableError:
        return
    assert text.strip()
    assert encoding


@given(st.text(min_size=1).filter(lambda text: text.strip() and not any(c < " " for c in text)))
def test_utf8_is_read_back(text):
    content = text.encode()
    if not content.startswith((codecs.BOM_UTF8, b"%PDF", b"GIF8")):
        assert decode(content)[0] == text
