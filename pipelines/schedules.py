"""When the job runs by itself: every night, and when raw/ changed and came to rest."""

from __future__ import annotations

import hashlib
import json
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import dagster as dg

from pipelines.inventory import walk
from pipelines.settings import Settings

TIME_ZONE = "Asia/Ho_Chi_Minh"
POLL_SECONDS = 30


def nightly(job_name: str) -> dg.ScheduleDefinition:
    return dg.ScheduleDefinition(
        name="nightly",
        job_name=job_name,
        cron_schedule="0 1 * * *",
        execution_timezone=TIME_ZONE,
        default_status=dg.DefaultScheduleStatus.RUNNING,
        description="Consolidates raw/ at 01:00 every night.",
    )


@dataclass(frozen=True, slots=True)
class Watch:
    """Between two looks at raw/: the fingerprint last run on, and the one seen since `seen_at` (epoch seconds)."""

    handled: str | None
    seen: str
    seen_at: float

    @classmethod
    def parse(cls, cursor: str | None) -> Watch | None:
        return cls(**json.loads(cursor)) if cursor else None

    def to_cursor(self) -> str:
        return json.dumps(asdict(self))


def fingerprint(raw_dir: Path) -> str:
    """A hash over path, size and change time of each file below `raw_dir`: new, changed and removed files change it."""
    digest = hashlib.sha256()
    for path in sorted(walk(raw_dir)):
        try:
            facts = path.lstat()
        except FileNotFoundError:  # removed since the folder was listed
            continue
        digest.update(f"{path.relative_to(raw_dir)!r} {facts.st_size} {facts.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def look(state: Watch | None, current: str, now: float, stable_seconds: float) -> tuple[Watch, bool]:
    """The next state, and whether to run: when raw/ differs from what was run on and has been still long enough."""
    if state is None or state.seen != current:
        return Watch(state.handled if state else None, current, now), False
    if state.handled == current or now - state.seen_at < stable_seconds:
        return state, False
    return Watch(current, current, state.seen_at), True


def raw_watcher(job_name: str, settings: Settings) -> dg.SensorDefinition:
    @dg.sensor(
        name="raw_changed",
        job_name=job_name,
        minimum_interval_seconds=POLL_SECONDS,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description="Runs the job when files of raw/ were added, changed or removed and none is still being copied.",
    )
    def raw_changed(context: dg.SensorEvaluationContext) -> dg.SensorResult | dg.SkipReason:
        if not settings.raw_dir.is_dir():
            return dg.SkipReason(f"Không có thư mục {settings.raw_dir}.")
        state = Watch.parse(context.cursor)
        state, due = look(state, fingerprint(settings.raw_dir), time.time(), settings.stable_seconds)
        if not due:
            context.update_cursor(state.to_cursor())
            still = "không đổi" if state.handled == state.seen else "vừa đổi, chờ các tệp chép xong"
            return dg.SkipReason(f"Thư mục raw {still}.")
        # The same files may come back later: the time they were first seen makes it another run.
        request = dg.RunRequest(run_key=f"{state.seen}@{state.seen_at:.0f}")
        return dg.SensorResult(run_requests=[request], cursor=state.to_cursor())

    return raw_changed
