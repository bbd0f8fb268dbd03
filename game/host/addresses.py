"""Under which addresses this machine can be reached, the likeliest first."""

import ipaddress
import socket

import ifaddr

AWAY = ("198.51.100.1", 9)  # an address that nobody has (RFC 5737); nothing is sent to it


def addresses() -> tuple[str, ...]:
    """Every IPv4 and IPv6 address that another device could use; empty where there is no network."""
    found: dict[str, tuple[int, str]] = {}
    first = _towards_away()
    for adapter in ifaddr.get_adapters():
        for ip in adapter.ips:
            said = ip.ip if isinstance(ip.ip, str) else ip.ip[0]
            address = ipaddress.ip_address(said)
            if address.is_loopback or address.is_link_local or address.is_multicast or address.is_unspecified:
                continue
            name = (adapter.nice_name or "").lower()
            virtual = name.startswith(("docker", "veth", "br-", "virbr", "vmnet", "vboxnet", "tun", "tap"))
            found[said] = (2 * virtual + (address.version == 6) - 4 * (said == first), said)
    return tuple(sorted(found, key=lambda one: found[one]))


def _towards_away() -> str:
    """The address with which this machine would speak to the world; "" if it would not. Nothing is sent."""
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            probe.connect(AWAY)
            return str(probe.getsockname()[0])
    except OSError:
        return ""


def url(address: str, port: int) -> str:
    """The address as it is typed into a browser."""
    host = f"[{address}]" if ":" in address else address
    return f"http://{host}/" if port == 80 else f"http://{host}:{port}/"


def listen(port: int, *, only_here: bool = False) -> socket.socket:
    """A socket on every address of this machine, by IPv4 and where it can be by IPv6. Raises OSError."""
    where = "127.0.0.1" if only_here else ""
    if not only_here and socket.has_dualstack_ipv6():
        try:
            return socket.create_server(("", port), family=socket.AF_INET6, dualstack_ipv6=True, backlog=1024)
        except OSError as error:
            if error.errno not in (97, 99):  # no IPv6 here after all
                raise
    return socket.create_server((where, port), backlog=1024)
