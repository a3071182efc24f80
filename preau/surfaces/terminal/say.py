"""What a command prints: sentences on the error stream, results on the output stream."""

from __future__ import annotations

import sys
from typing import NoReturn

from rich.console import Console

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)


def refuse(sentence: str, code: int = 1) -> NoReturn:
    """One sentence that says what is wrong and what to do; nothing was changed."""
    err.print(f"[bold red]✗[/] {sentence}")
    sys.exit(code)


def done(sentence: str) -> None:
    err.print(f"[green]✓[/] {sentence}")


def start_django() -> None:
    """Commands import the domain only once Django is ready; ``preau --help`` stays instant."""
    import django

    django.setup()
