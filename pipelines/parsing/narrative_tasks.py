"""Tasks of a plan without a task annex, whose narrative items print who leads, who helps and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipelines.parsing.assignments import Assignment, find_assignment
from pipelines.parsing.provenance import same_place
from pipelines.parsing.records import Provision, TaskRow


@dataclass(slots=True)
class _Draft:
    """A piece of work and the assignment collected for it; `lines_path`: the headings above its lines of assignment."""

    text: str
    number: str | None
    heading_path: list[str]
    provision: Provision
    lines_path: list[str]
    fields: dict[str, str] = field(default_factory=dict)

    def add(self, assignment: Assignment) -> None:
        for name, value in assignment.fields.items():
            self.fields.setdefault(name, value)

    @property
    def names_lead(self) -> bool:
        return "lead_text" in self.fields or "joint" in self.fields


def narrative_tasks(
    provisions: Sequence[Provision], source_sha256: str, *, first_sequence: int = 1
) -> tuple[TaskRow, ...]:
    """Narrative items that name a lead, numbered from `first_sequence`; their text without the assignment.

    The assignment may close the item's own paragraph, follow in lines of its own, or stand in lines under the item,
    which then is their heading.
    """
    drafts: list[_Draft] = []
    work: Provision | None = None
    current: _Draft | None = None
    for provision in provisions:
        assignment = find_assignment(provision.provision_text)
        if assignment is None or provision.is_reference or provision.is_closing:
            work, current = provision, None
            continue
        text = provision.provision_text[assignment.text_start : assignment.text_end].rstrip(" (;,-–+*•")
        if len(text) > 2:
            current = _draft(provision, text)
            drafts.append(current)
        elif current is None or current.lines_path != provision.heading_path:
            current = _above(provision, work)
            if current is None:
                continue
            drafts.append(current)
        current.add(assignment)
        work = None
    named = [draft for draft in drafts if draft.names_lead]
    return tuple(_record(draft, source_sha256, first_sequence + i) for i, draft in enumerate(named))


def _draft(provision: Provision, text: str) -> _Draft:
    return _Draft(text, _ordinal(provision.marker), provision.heading_path, provision, provision.heading_path)


def _above(line: Provision, work: Provision | None) -> _Draft | None:
    """The work a line of assignment belongs to: the item right above it under the same headings, else its heading."""
    if work is not None and work.heading_path == line.heading_path and work.marker_path == line.marker_path:
        return _draft(work, work.provision_text)
    if not line.heading_path:
        return None
    heading = line.heading_path[-1].rstrip(" :")
    return _Draft(heading, _ordinal(line.marker_path[-1]), line.heading_path[:-1], line, line.heading_path)


def _ordinal(marker: str) -> str | None:
    bare = marker.strip(" .)(/")
    return bare if re.search(r"\w", bare) else None


def _record(draft: _Draft, source_sha256: str, sequence: int) -> TaskRow:
    where = draft.provision
    joint = draft.fields.get("joint")
    return TaskRow(
        source_sha256=source_sha256,
        sequence=sequence,
        **same_place(where),
        source_kind="narrative",
        printed_number=draft.number,
        task_text=draft.text,
        output_text=draft.fields.get("output_text"),
        lead_text=joint or draft.fields.get("lead_text"),
        coordinating_text=None if joint else draft.fields.get("coordinating_text"),
        deadline_text=draft.fields.get("deadline_text"),
        budget_text=draft.fields.get("budget_text"),
        has_joint_roles=joint is not None,
        heading_path=draft.heading_path,
        provision_sequence=where.sequence,
    )
