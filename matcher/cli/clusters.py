"""A Dask cluster by its address: the form looked at and somebody there, before anything is read."""

import re

import click

from matcher.matching.bulk import Hire, Unreachable

_ADDRESS = re.compile(r"(?:tcp|tls)://(?:\[[0-9A-Fa-f:.]+\]|[^\s:/\[\]]+):(?P<port>\d{1,5})")


def hire(address: str) -> Hire:
    """The workers of the scheduler at this address; one sentence where there can be none."""
    found = _ADDRESS.fullmatch(address)
    if found is None or not 0 < int(found["port"]) < 2**16:
        raise click.ClickException(
            f"--cluster 要写成 tcp://主机:端口 或 tls://主机:端口，不能是 {address}。"
            f" / --cluster is tcp://host:port or tls://host:port, not {address}."
        )
    try:
        from matcher.matching import cluster
    except ImportError as error:
        raise click.ClickException(
            "--cluster 需要先安装 fairmatch[cluster]。 / --cluster needs fairmatch[cluster]."
        ) from error
    try:
        cluster.reach(address)
    except Unreachable as error:
        raise click.ClickException(absent(error)) from error
    return cluster.dask(address)


def absent(error: Unreachable) -> str:
    """What is said where no cluster answers."""
    return f"没有联系上集群（{error}）。/ The cluster does not answer ({error})."
