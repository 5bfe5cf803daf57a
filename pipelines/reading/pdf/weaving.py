"""Letters that a line's font lacks are drawn after the line, from another font, into the gaps left for them.

LibreOffice writes Vietnamese so where the document's font is not installed: 'TH CH KHÊ', then 'Ạ' in its place.
"""

from __future__ import annotations

from itertools import pairwise

from pipelines.reading.pdf.runs import Run, Word

# In ems: how far letters of two fonts may run into each other, and how far a run reaches into one it is drawn into.
_OVERLAP = 0.28
_INSIDE = 0.1
# Letters of the other font are wider than those they stand for and leave less of the space after them.
_WORD_GAP = 0.09


def woven(runs: list[Run]) -> list[Run]:
    """Runs of one base line, left to right, with those drawn into the gaps of another made one with it."""
    woven_runs: list[Run] = []
    for run in runs:
        last = woven_runs[-1] if woven_runs else None
        whole = _weave(last, run) if last is not None and last.x1 - run.x0 > _INSIDE * run.size else None
        if whole is None:
            woven_runs.append(run)
        else:
            woven_runs[-1] = whole
    return woven_runs


def _weave(left: Run, right: Run) -> Run | None:
    """Both as one run; None where their words lie over each other, as in text that is printed twice."""
    if left.turned or right.turned:
        return None
    words = sorted([*left.words, *right.words], key=lambda word: word.x0)
    size = max(left.size, right.size)
    if any(a.x1 - b.x0 > _OVERLAP * size for a, b in pairwise(words)):
        return None
    joined = [words[0]]
    for word in words[1:]:
        last = joined[-1]
        if word.x0 - last.x1 < _WORD_GAP * size:
            joined[-1] = Word(last.text + word.text, last.x0, word.x1, min(last.confidence, word.confidence))
        else:
            joined.append(word)
    ending = left if left.x1 > right.x1 else right
    main = left if left.x1 - left.x0 > right.x1 - right.x0 else right
    return Run(
        joined,
        main.baseline,
        size,
        main.bold,
        main.italic,
        after_space=left.after_space,
        before_space=ending.before_space,
    )
