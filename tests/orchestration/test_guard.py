"""No address of the inner network is ever connected to, whatever it is called and whenever the name changes."""

import socket

import httpcore
import pytest

from orchestration.fetch.guard import Guard, RefusedError, refusal


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.8.8.8", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1"),
        *("255.255.255.255", "240.0.0.1", "192.0.2.1", "198.18.0.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::a00:1", "2001:db8::1"),
    ],
)
def test_inner_addresses_are_refused(address):
    assert refusal(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "64:ff9b::808:808", "::ffff:8.8.8.8"])
def test_public_addresses_are_not(address):
    assert refusal(address) is None


@pytest.fixture
def names(monkeypatch):
    """A name server that gives other addresses each time it is asked, and the addresses that were connected to."""
    answers, connected = [], []

    def resolve(_host, port, **_):
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in answers.pop(0)]

    class Network:
        def connect_tcp(self, host, *_):
            connected.append(host)
            raise httpcore.ConnectError("nothing is there")

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(httpcore, "SyncBackend", Network)
    return answers, connected


def test_the_address_that_was_checked_is_the_one_that_is_connected_to(names):
    answers, connected = names
    answers += [["93.184.216.34"], ["127.0.0.1"]]
    with pytest.raises(httpcore.ConnectError, match="nothing is there"):
        Guard().connect_tcp("rebinding.example", 80)
    assert connected == ["93.184.216.34"]
    with pytest.raises(RefusedError, match=r"rebinding.example is 127.0.0.1, which is loopback"):
        Guard().connect_tcp("rebinding.example", 80)
    assert connected == ["93.184.216.34"]


def test_one_inner_address_among_public_ones_is_enough_to_refuse(names):
    answers, connected = names
    answers.append(["93.184.216.34", "10.0.0.1"])
    with pytest.raises(RefusedError):
        Guard().connect_tcp("mixed.example", 80)
    assert connected == []


def test_a_source_may_allow_its_own_host_and_port_and_no_other(names):
    answers, connected = names
    answers += [["10.0.0.1"]] * 3
    guard = Guard([("intranet.example", 80)])
    with pytest.raises(httpcore.ConnectError, match="nothing is there"):
        guard.connect_tcp("intranet.example", 80)
    for host, port in (("intranet.example", 6379), ("other.example", 80)):
        with pytest.raises(RefusedError):
            guard.connect_tcp(host, port)
    assert connected == ["10.0.0.1"]
