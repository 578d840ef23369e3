"""Where things are and what the environment says; the one place that reads environment variables."""

import gettext
import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STORE_VARIABLE = "KLASSEBLIK_STORE"
DEMO_STORE = ROOT / "var" / "demo.duckdb"
SAMPLE_DATA = ROOT / "sample_data"


def named_store() -> Path | None:
    """The store the environment names, None when it names none."""
    said = os.environ.get(STORE_VARIABLE, "").strip()
    return Path(said).expanduser() if said else None


def use_texts() -> None:
    """Points gettext at this project's catalogues; Danish is the source and needs none."""
    gettext.bindtextdomain("klasseblik", str(ROOT / "locale"))
    gettext.textdomain("klasseblik")
