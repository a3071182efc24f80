"""A file that the operator hands to a command."""

from __future__ import annotations

from pathlib import Path

from preau.surfaces.terminal.say import refuse


def bytes_of(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        refuse(f"Le fichier « {file} » n’existe pas. Vérifiez son nom et son dossier.")
    except IsADirectoryError:
        refuse(f"« {file} » est un dossier. Donnez le fichier du projet lui-même.")
    except OSError as error:
        refuse(f"« {file} » ne peut pas être lu : {error.strerror}.")
