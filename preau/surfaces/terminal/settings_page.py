from __future__ import annotations

from config.environment import SETTINGS


def settings_page() -> str:
    """Markdown: one row per setting."""
    rows = [
        f"| `{setting.name}` | {f'`{setting.default}`' if setting.default else '(empty)'} | {setting.meaning} |"
        for setting in SETTINGS
    ]
    head = [
        "# Settings",
        "",
        "Every setting is an environment variable. "
        "This page is written by `preau settings --write docs/how-to/settings.md`.",
        "",
        "| name | default | what it means |",
        "|---|---|---|",
    ]
    return "\n".join([*head, *rows, ""])
