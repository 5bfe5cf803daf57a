"""The verbatim records parsed from one document, as written to Parquet and read by dbt as source `verbatim`.

Python says what is written and where; dbt says what it means. So these fields hold printed words (`*_text`),
never codes or dates. One dataclass is one Parquet table; its name and columns come from here alone.
Every record carries `source_sha256` and its place: `page` and box in points (origin top left), or `line`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Provenance common to all records; `sequence` is 1-based in document order within its table.

    `confidence` is 1 for text that was encoded in the file, less for text recognised in an image.
    """

    table_name: ClassVar[str]

    source_sha256: str
    sequence: int
    page: int | None = None
    x0: float | None = None
    top: float | None = None
    x1: float | None = None
    bottom: float | None = None
    line: int | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanHeader(Record):
    """Header facts, one row a document, also for documents that are no reform plan.

    `rejection_code` is None for a reform plan; else why it is none, with `rejection_reason` in Vietnamese.
    `needs_plan`: a lone annex that does not name reform; it counts beside the plan whose number it cites.
    `document_number_text` is None where the number was left blank ('Số:      /KH-UBND').
    `letterhead_number_text` is the number printed in the letterhead alone, whatever its symbol; the number above may be
    taken from the caption of an annex. `has_decision`: a Decision stands in front, and the letterhead is its own.
    `period_text` is the printed phrase that names the period ('06 tháng cuối năm 2025', 'giai đoạn 2026-2030').
    `amended_plan_text` is the citation of the plan an amending plan changes.
    """

    table_name: ClassVar[str] = "plan_header"

    rejection_code: str | None = None
    rejection_reason: str | None = None
    needs_plan: bool = False
    document_kind_text: str | None = None
    title: str | None = None
    document_number_text: str | None = None
    letterhead_number_text: str | None = None
    has_decision: bool = False
    issued_on_text: str | None = None
    period_text: str | None = None
    signer_name: str | None = None
    signer_title: str | None = None
    signing_authority_text: str | None = None
    declared_task_total_text: str | None = None
    amended_plan_text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PreambleParagraph(Record):
    """A paragraph between the title and the first heading: what the plan rests on, and what it sets out to do."""

    table_name: ClassVar[str] = "preamble"

    preamble_text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention(Record):
    """A commune or province named in the document; dbt chooses among them.

    `place_kind`: 'commune' or 'province'. `type_text`: the printed 'xã', 'phường', 'tỉnh' ...
    `context`: 'letterhead', 'title', 'preamble', 'annex_caption', 'signature', 'closing' or 'body'.
    `occurrences` counts the mentions with the same kind, name and context.
    """

    table_name: ClassVar[str] = "place_mention"

    place_kind: str
    name_text: str
    type_text: str | None = None
    context: str
    occurrences: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex(Record):
    """One task or target table. `annex_kind`: 'task' or 'target'. `columns` are the printed header cells in order."""

    table_name: ClassVar[str] = "annex"

    annex_kind: str
    title: str | None = None
    caption: str | None = None
    columns: list[str] = field(default_factory=list)
    printed_total_text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow(Record):
    """A row of a task annex, or a task stated in the narrative of a plan without one.

    `source_kind`: 'annex' or 'narrative'. `annex_sequence` points to Annex.sequence.
    `group_label` is the printed group row above it, verbatim with its marker ('I CÔNG TÁC CHỈ ĐẠO ...').
    `parent_sequence` is the TaskRow.sequence of the row it is a sub-row of.
    `has_joint_roles`: one column names lead and coordinating units; `lead_text` holds the whole cell.
    `heading_path` (narrative only): the headings above it, outermost first.
    """

    table_name: ClassVar[str] = "task_row"

    source_kind: str
    annex_sequence: int | None = None
    group_label: str | None = None
    printed_number: str | None = None
    parent_sequence: int | None = None
    task_text: str
    objective_text: str | None = None
    activity_text: str | None = None
    output_text: str | None = None
    lead_text: str | None = None
    coordinating_text: str | None = None
    deadline_text: str | None = None
    budget_text: str | None = None
    note_text: str | None = None
    has_joint_roles: bool = False
    heading_path: list[str] = field(default_factory=list)
    provision_sequence: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetClause(Record):
    """A clause that sets a number to reach, cut into its printed parts.

    `source_kind`: 'annex' (target table), 'narrative' or 'task' (a cell of a task row).
    `source_ref`: heading path 'I.3', 'annex:I.1' (row number of the target table) or 'task:<TaskRow.sequence>'.
    `comparator_text`: the words or sign that compare ('tối thiểu', 'từ ... trở lên', '≥'), None for a bare number.
    `value_text`: the printed number or range ('80', '12,5', '1-2'). `unit_text`: '%', 'sáng kiến', 'lần/quý' ...
    `stage_text`: heading, group row or target column that gives a stage ('Giai đoạn 2026 - 2027').
    `horizon_text`: words in the clause that limit the period ('đến năm 2030', 'năm 2027', 'trước ngày 30/6/2026').
    `domain_labels`: texts that may name the reform domain, nearest first (item label, headings or group row).
    """

    table_name: ClassVar[str] = "target_clause"

    source_kind: str
    source_ref: str
    clause_text: str
    indicator_text: str
    comparator_text: str | None = None
    value_text: str
    unit_text: str | None = None
    stage_text: str | None = None
    horizon_text: str | None = None
    responsible_text: str | None = None
    annex_sequence: int | None = None
    task_sequence: int | None = None
    provision_sequence: int | None = None
    domain_labels: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision(Record):
    """A leaf item of the narrative.

    `marker_path` and `heading_path`: markers and texts of the headings above it, outermost first (same length).
    `marker` as printed ('-', '+', 'a)', '(1)', '1.') or '' for a plain paragraph.
    `is_reference`: a bracketed reference to an annex; `is_closing`: the closing paragraph ('Trên đây là ...').
    """

    table_name: ClassVar[str] = "provision"

    marker_path: list[str] = field(default_factory=list)
    heading_path: list[str] = field(default_factory=list)
    marker: str = ""
    provision_text: str
    is_reference: bool = False
    is_closing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Record):
    """One mention of a document cited with a number; dbt keeps one row a distinct number.

    `number_text` verbatim except that spaces and line wraps inside it are removed.
    """

    table_name: ClassVar[str] = "citation"

    kind_text: str
    number_text: str
    date_text: str | None = None
    issuer_text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Record):
    """A reader's or parser's remark about what it could not read or place; `message` is Vietnamese."""

    table_name: ClassVar[str] = "note"

    kind: str
    message: str
    evidence: str | None = None


RECORD_TYPES: tuple[type[Record], ...] = (
    PlanHeader,
    PreambleParagraph,
    PlaceMention,
    Annex,
    TaskRow,
    TargetClause,
    Provision,
    Citation,
    Note,
)


@dataclass(frozen=True, slots=True)
class PlanRecord:
    """Everything parsed from one document."""

    header: PlanHeader
    preamble: tuple[PreambleParagraph, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    annexes: tuple[Annex, ...] = ()
    tasks: tuple[TaskRow, ...] = ()
    targets: tuple[TargetClause, ...] = ()
    provisions: tuple[Provision, ...] = ()
    citations: tuple[Citation, ...] = ()
    notes: tuple[Note, ...] = ()

    def by_table(self) -> dict[str, tuple[Record, ...]]:
        """The records of each table, empty tables included, keyed by table name."""
        return {
            PlanHeader.table_name: (self.header,),
            PreambleParagraph.table_name: self.preamble,
            PlaceMention.table_name: self.places,
            Annex.table_name: self.annexes,
            TaskRow.table_name: self.tasks,
            TargetClause.table_name: self.targets,
            Provision.table_name: self.provisions,
            Citation.table_name: self.citations,
            Note.table_name: self.notes,
        }
