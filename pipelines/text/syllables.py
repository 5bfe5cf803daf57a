"""Is a word a Vietnamese syllable? Told by its shape: onset, rhyme and tone, not by a dictionary."""

from __future__ import annotations

import re
import unicodedata

_RHYMES_IN_ORDER = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
    ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uơ uy uya uych uyên uyêt uynh uyt uyu
    uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
    y ych ynh yt yêm yên yêng yêt yêu
"""
_RHYMES = frozenset(_RHYMES_IN_ORDER.split())
_ONSET = re.compile(r"(?:ngh|ng|nh|gh|gi|qu|kh|ch|ph|th|tr|[bcdđghklmnprstvx])?(?=[aăâeêioôơuưy])")
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_STOPPED = re.compile(r"(?:c|ch|p|t)$")
_ACUTE_OR_DOT = re.compile("[\u0301\u0323]")


def is_syllable(word: str) -> bool:
    """Whether a word of Unicode letters can be Vietnamese: 'nghiệp', 'Ủy', 'THUẬN'; not 'chuyªn', 'Coäng', 'plan'."""
    decomposed = unicodedata.normalize("NFD", unicodedata.normalize("NFC", word).casefold())
    plain = unicodedata.normalize("NFC", decomposed.translate(_TONES))
    tones = len(decomposed) - len(decomposed.translate(_TONES))
    onset = _ONSET.match(plain)
    if onset is None or tones > 1:
        return False
    # 'gì' and 'giếng' keep the i of gi in their rhyme, 'quý' the u of qu is none of it.
    rhymes = {plain[onset.end() :], plain[1:] if plain.startswith("gi") else ""} & _RHYMES
    if not rhymes:
        return False
    return not _STOPPED.search(plain) or bool(_ACUTE_OR_DOT.search(decomposed))
