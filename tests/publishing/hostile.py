"""A plan whose every text tries to break out of its row."""

from __future__ import annotations

from tests.candidates import Candidate, sound_candidate

FORMULAS = ('=HYPERLINK("http://host.invalid","x")', "+1+1", "-2+3", "@SUM(A1)", "=cmd|'/c calc'!A1")
MARKUP = '<script>alert(1)</script><img src="http://host.invalid/x.png" onerror=alert(1)>'
LINK = "http://host.invalid/tải-về"
CONTROL = "dòng\x01một\x0bhai"
HUGE = "rất dài " * 20_000


def hostile_candidate() -> Candidate:
    candidate = sound_candidate()
    candidate.plan(
        "p3",
        commune_code="19414",
        title=MARKUP,
        source_file=f"x/{MARKUP.replace('/', '')}.pdf",
        signer_name=FORMULAS[0],
    )
    for sequence, text in enumerate((*FORMULAS, MARKUP, LINK, CONTROL, HUGE, "{{ 7*7 }}{% raw %}"), start=1):
        candidate.task(
            sequence,
            "p3",
            task_text=text,
            output_text=text,
            lead_text=text if sequence % 2 else None,
            deadline_text=text,
        )
        candidate.unit(f"p3-t{sequence}", unit_code="OTHER", matched_text=text)
    candidate.target(1, "p3", indicator_text=MARKUP, source_text=MARKUP, target_value=180.0)
    candidate.quarantine(f"loi/{FORMULAS[0]}{MARKUP}.docx", MARKUP)
    return candidate
