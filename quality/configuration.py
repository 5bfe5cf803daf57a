"""What the gate works by: the rules as analysts have set them, and the findings they have accepted."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from quality.analyst_file import BrokenFileError
from quality.catalogue import load_catalogue
from quality.reference import Reference, committed_reference, load_reference
from quality.rule import Rule
from quality.rule_settings import configured
from quality.waivers import WAIVER_RULES, Waiver, load_waivers

QUALITY_DIR = Path(__file__).parent
SETTINGS_NAME = "settings/nguong.csv"
WAIVERS_NAME = "waivers.csv"


@dataclass(frozen=True, slots=True)
class Configuration:
    """The rules in use, the waivers, and what regulations set."""

    rules: tuple[Rule, ...]
    waivers: tuple[Waiver, ...] = ()
    reference: Reference = field(default_factory=committed_reference)


def load_configuration(folder: Path = QUALITY_DIR) -> Configuration:
    """The catalogue with the analysts' files of `folder`: those in settings/, and waivers.csv.

    Raises BrokenRuleError for an ill-formed rule, BrokenFileError for a wrong line in one of the files.
    """
    if not folder.is_dir():
        raise BrokenFileError(f"Không có thư mục {folder} chứa {SETTINGS_NAME} và {WAIVERS_NAME}.")
    rules = configured((*load_catalogue(), *WAIVER_RULES), folder / SETTINGS_NAME)
    return Configuration(rules, load_waivers(rules, folder / WAIVERS_NAME), load_reference(folder))
