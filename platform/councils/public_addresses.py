"""Which numbers are on the public internet: only those may our own server be sent to by what somebody typed."""

from ipaddress import IPv4Address, IPv6Network, ip_address

GIVEN_OUT = IPv6Network("2000::/3")  # outside it are NAT64, IPv4 written as IPv6, and what belongs to one network
LEADS_TO_IPV4 = (IPv6Network("2001::/32"), IPv6Network("2002::/16"))  # Teredo and 6to4: another address in disguise
PORTS = {"http": 80, "https": 443}


def is_public(number: str) -> bool:
    """`number` may name its network card (`fe80::1%eth0`)."""
    address = ip_address(number.partition("%")[0])
    inner = getattr(address, "ipv4_mapped", None) or address
    if inner.is_multicast or not inner.is_global:
        return False
    if isinstance(inner, IPv4Address):
        return True
    return inner in GIVEN_OUT and not any(inner in network for network in LEADS_TO_IPV4)
