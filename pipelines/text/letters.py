"""Character classes of Vietnamese letters for regular expressions, which know no upper case beyond ASCII."""

from __future__ import annotations

_LETTERS = [character for character in map(chr, range(0x41, 0x1F00)) if character.isalpha()]
# Latin letters up to U+024F and the precomposed Vietnamese ones.
_LATIN = [c for c in _LETTERS if ord(c) < 0x250 or 0x1EA0 <= ord(c) <= 0x1EF9]
UPPER = "".join(c for c in _LATIN if c.isupper())
LOWER = "".join(c for c in _LATIN if c.islower())
