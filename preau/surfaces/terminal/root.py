from __future__ import annotations

import click

from preau.surfaces.terminal.account import account
from preau.surfaces.terminal.allocation import allocation
from preau.surfaces.terminal.audit import audit
from preau.surfaces.terminal.demo import demo
from preau.surfaces.terminal.keys import keys
from preau.surfaces.terminal.observatory import observatory
from preau.surfaces.terminal.plan import plan
from preau.surfaces.terminal.server import serve, start
from preau.surfaces.terminal.setup import install, settings
from preau.surfaces.terminal.town import town
from preau.surfaces.terminal.verify import verify_texts


@click.group(help="Préau : écrire le projet éducatif d’une ville, faire vivre ce qu’il annonce, voir ce qu’il change.")
def main() -> None:
    pass


plan.add_command(verify_texts)
for command in (start, install, serve, settings, town, plan, account, keys, demo, audit, allocation, observatory):
    main.add_command(command)
