"""Put on PYTHONPATH, this makes every Python process refuse and record each attempt to reach a network."""

from __future__ import annotations

import os
import socket
import traceback
from pathlib import Path
from typing import Any


def _refuse(what: str) -> OSError:
    with Path(os.environ["CCHC_TEST_NETWORK_LOG"]).open("a", encoding="utf-8") as log:
        log.write(f"{what}\n{''.join(traceback.format_stack(limit=12))}\n")
    return OSError(f"no network in tests: {what}")


class _GuardedSocket(socket.socket):
    def connect(self, address: Any) -> None:
        if self.family != socket.AF_UNIX:
            raise _refuse(f"connect {address}")
        super().connect(address)

    def connect_ex(self, address: Any) -> int:
        if self.family != socket.AF_UNIX:
            raise _refuse(f"connect {address}")
        return super().connect_ex(address)

    def sendto(self, *arguments: Any) -> int:
        if self.family != socket.AF_UNIX:
            raise _refuse(f"send to {arguments[-1]}")
        return super().sendto(*arguments)


def _no_lookup(host: Any, *arguments: Any, **options: Any) -> Any:
    raise _refuse(f"look up {host}")


socket.socket = _GuardedSocket  # type: ignore[misc]
socket.getaddrinfo = _no_lookup
socket.gethostbyname = _no_lookup
