"""The catalogue of rules as a page for analysts, docs/rules.md: what must hold, what to do, how severe.

`python -m quality.page` writes it anew (`make docs`); a test compares it with the rules.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from quality.configuration import load_configuration
from quality.rule import Level, Rule, Severity
from quality.rule_settings import thresholds_of

PAGE = Path(__file__).parents[1] / "docs" / "rules.md"

_SEVERITIES = {
    Severity.BLOCKING: ("Chặn phát hành", "Khi có một lỗi, cả bản phát hành bị giữ lại; bản trước vẫn hiện hành."),
    Severity.HOLDING: (
        "Giữ lại kế hoạch",
        "Kế hoạch mắc lỗi không vào bản phát hành; các kế hoạch khác vẫn phát hành.",
    ),
    Severity.WARNING: ("Cần sửa", "Kế hoạch vẫn phát hành; xã cần sửa."),
    Severity.NOTE: ("Lưu ý", "Kế hoạch vẫn phát hành; nên xem lại."),
}
_LEVELS = {
    Level.SET: "toàn bộ",
    Level.DOCUMENT: "văn bản",
    Level.PLAN: "kế hoạch",
    Level.TASK: "nhiệm vụ",
    Level.TARGET: "chỉ tiêu",
}


def catalogue_page(rules: Sequence[Rule]) -> str:
    """The page as Markdown: the rules by severity, then by what they are about."""
    counts = Counter(rule.severity for rule in rules)
    lines = [
        "# Danh mục quy tắc kiểm tra",
        "",
        "Trang này lập tự động từ `quality/rules` bằng `make docs`; không sửa bằng tay. Mức độ và ngưỡng đổi ở "
        "`quality/settings/nguong.csv`.",
        "",
        f"Có {len(rules)} quy tắc: "
        + ", ".join(f"{counts[severity]} {label.lower()}" for severity, (label, _) in _SEVERITIES.items())
        + ".",
    ]
    for severity, (label, meaning) in _SEVERITIES.items():
        lines += ["", f"## {label}", "", meaning, "", "| Mã | Xét | Quy tắc | Cách xử lý | Căn cứ, ngưỡng |"]
        lines += ["| --- | --- | --- | --- | --- |"]
        own = [rule for rule in rules if rule.severity is severity]
        lines += [_row(rule) for rule in sorted(own, key=lambda rule: (list(Level).index(rule.level), rule.code))]
    return "\n".join(lines) + "\n"


def _row(rule: Rule) -> str:
    thresholds = (f"`{name}` = {value:g}" for name, value in thresholds_of(rule).items())
    basis = "; ".join((*((rule.source,) if rule.source else ()), *thresholds))
    cells = (f"`{rule.code}`", _LEVELS[rule.level], rule.statement, rule.remedy, basis)
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


if __name__ == "__main__":
    PAGE.write_text(catalogue_page(load_configuration().rules), encoding="utf-8")
