"""The frames the rules look at: candidate tables, one row a record, with what a rule must know beside it.

Each is one query of frame_queries/, over the schemas `candidate` and `staging` of the build, the tables
`last_release`, `national_target`, `holiday` and `known_document`, and the functions below. Every frame has
PLACE_COLUMNS, which say where a record stands.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path

import duckdb
import pandas as pd
from duckdb.func import FunctionNullHandling

from pipelines.tables import OFFLINE
from pipelines.text.normalise import fold, match_key
from pipelines.text.repair import repair
from quality.essence import essence
from quality.reference import Reference, committed_reference
from quality.spelling import doubled_words, lost_letters, misspellings, repeated_phrase
from quality.written_dates import impossible_dates

PLACE_COLUMNS = ("plan_id", "record_table", "record_id", "source_file", "source_page")

_QUERIES = Path(__file__).with_name("frame_queries")
FRAMES: Mapping[str, str] = {path.stem: path.read_text(encoding="utf-8") for path in sorted(_QUERIES.glob("*.sql"))}

_TEXT_FUNCTIONS: Mapping[str, Callable[[str], str | None]] = {
    "fold_text": fold,
    "match_key": match_key,
    "misspellings": misspellings,
    "doubled_words": doubled_words,
    "repair_text": repair,
    "lost_letters": lost_letters,
    "repeated_phrase": repeated_phrase,
    "essence": essence,
    "impossible_dates": impossible_dates,
}
_LAST_RELEASE = """
    create temp table last_release as
    select
        p.source_sha256, p.plan_id,
        (select count(*) from previous.main.fct_task t where t.plan_id = p.plan_id) as tasks,
        (select count(*) from previous.main.fct_kpi_target k where k.plan_id = p.plan_id) as targets
    from previous.main.dim_plan p
    where p.status = 'published'
"""
# How a row of an annex is called, and the day that '15/7/2021' or '15 tháng 7 năm 2021' names.
_MACROS = r"""
    create temp macro row_label(printed_number, sequence) as
    coalesce('số ' || printed_number || ' (dòng thứ ' || sequence || ')', 'ở dòng thứ ' || sequence);
    create temp macro day_printed(words) as
    (case when len(regexp_extract_all(words, '\d+')) = 3
        then try_strptime(array_to_string(regexp_extract_all(words, '\d+'), '/'), '%d/%m/%Y') end)::date;
"""
_NO_LAST_RELEASE = """
    create temp table last_release (source_sha256 varchar, plan_id varchar, tasks bigint, targets bigint)
"""


def load_frames(
    database: Path,
    last_release: Path | None = None,
    names: Collection[str] = tuple(FRAMES),
    reference: Reference | None = None,
) -> dict[str, pd.DataFrame]:
    """The frames of these names, from the candidate database, read only.

    `last_release` is the database of the release that is current.

    Raises duckdb.Error when a candidate table or column is missing: that is a broken build, not a bad plan.
    """
    with duckdb.connect(str(database), read_only=True, config=OFFLINE) as connection:
        for name, function in _TEXT_FUNCTIONS.items():
            connection.create_function(
                name, _null_safe(function), ["VARCHAR"], "VARCHAR", null_handling=FunctionNullHandling.SPECIAL
            )
        given = reference or committed_reference()
        connection.register("national_target", given.national_targets)
        connection.register("holiday", given.holidays)
        connection.register("known_document", given.documents)
        connection.execute(_MACROS)
        if last_release is not None and last_release.exists():
            connection.execute(f"attach '{_quoted(last_release)}' as previous (read_only)")
            connection.execute(_LAST_RELEASE)
        else:
            connection.execute(_NO_LAST_RELEASE)
        return {name: connection.sql(sql).df() for name, sql in FRAMES.items() if name in names}


def _null_safe(function: Callable[[str], str | None]) -> Callable[[str | None], str | None]:
    return lambda text: None if text is None else function(text)


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
