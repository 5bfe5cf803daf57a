"""The dbt project as Dagster runs it: offline, with a manifest that is never older than the project's files."""

from __future__ import annotations

import os
import sys
from functools import cached_property
from importlib.metadata import version as installed_version
from pathlib import Path

from dagster_dbt import DbtCliResource, DbtProject
from filelock import FileLock
from packaging.version import Version, parse

from pipelines.settings import REPOSITORY

PROJECT_DIR = REPOSITORY / "dbt_project"
BUILD_DIR_VARIABLE = "CCHC_BUILD_DIR"
VERBATIM_DIR_VARIABLE = "CCHC_VERBATIM_DIR"
_MADE_BY_DBT = {"target", "logs", "dbt_packages"}


class OfflineDbtCliResource(DbtCliResource):
    """dagster-dbt asks `dbt --version`, which looks up the package index; the installed version is known without."""

    @cached_property
    def _cli_version(self) -> Version:
        return parse(installed_version("dbt-core"))


def dbt_resource(project: DbtProject) -> OfflineDbtCliResource:
    return OfflineDbtCliResource(
        project_dir=str(project.project_dir),
        dbt_executable=str(Path(sys.executable).parent / "dbt"),
        global_config_flags=["--no-version-check"],
    )


def use_folders(build_dir: Path, verbatim_dir: Path) -> None:
    """Tell dbt, here and in child processes, where the build and the verbatim records lie."""
    os.environ[BUILD_DIR_VARIABLE] = str(build_dir)
    os.environ[VERBATIM_DIR_VARIABLE] = str(verbatim_dir)


def prepared_project() -> DbtProject:
    """The project with a manifest that is up to date; parses it (some seconds) when a file changed.

    `use_folders` must have been called.
    """
    project = DbtProject(PROJECT_DIR)
    target = project.manifest_path.parent
    target.mkdir(parents=True, exist_ok=True)
    with FileLock(target / ".parse.lock"):
        if _is_stale(project.manifest_path):
            dbt_resource(project).cli(["parse", "--quiet"], target_path=target).wait()
    return project


def _is_stale(manifest: Path) -> bool:
    if not manifest.exists():
        return True
    made_at = manifest.stat().st_mtime
    return any(path.stat().st_mtime > made_at for path in _sources(PROJECT_DIR))


def _sources(folder: Path) -> list[Path]:
    """Files and folders (whose time tells of removals) of the project, without what dbt writes."""
    found = []
    for path in folder.iterdir():
        if path.name in _MADE_BY_DBT or path.name.startswith("."):
            continue
        found.append(path)
        if path.is_dir():
            found.extend(_sources(path))
    return found
