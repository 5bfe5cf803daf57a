"""`cchc dev`: Dagster's web page and daemon on this machine."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

from pipelines.cli.console import out
from pipelines.run import open_dagster_home
from pipelines.settings import Settings
from pipelines.warehouse import Warehouse


def dev_command(settings: Settings, port: int) -> NoReturn:
    """Become `dagster dev`."""
    open_dagster_home(Warehouse(settings.warehouse_dir))
    os.environ["CCHC_RAW_DIR"] = str(settings.raw_dir)
    os.environ["CCHC_WAREHOUSE_DIR"] = str(settings.warehouse_dir)
    os.environ["CCHC_PROVINCE"] = ",".join(settings.provinces)
    os.environ.setdefault("PYTHONWARNINGS", "ignore")
    out.print(f"Trang web: http://127.0.0.1:{port} (dừng bằng Ctrl-C)")
    command = [sys.executable, "-m", "dagster", "dev", "--module-name", "pipelines.definitions", "--port", str(port)]
    sys.stdout.flush()
    # In the place of this process, so that whoever stops it stops Dagster.
    os.execv(sys.executable, command)  # noqa: S606
