"""Ids of records, steps and copies: UUIDs of version 7 (RFC 9562)."""

import os
import time


def new_id() -> str:
    """A new id: a UUID of version 7 (RFC 9562) as 32 hexadecimal digits; later ids sort after earlier."""
    moment = time.time_ns()
    milliseconds, rest = divmod(moment, 1_000_000)
    fraction = rest * 4096 // 1_000_000
    random = int.from_bytes(os.urandom(8)) & ((1 << 62) - 1)
    return f"{(milliseconds << 80) | (7 << 76) | (fraction << 64) | (2 << 62) | random:032x}"
