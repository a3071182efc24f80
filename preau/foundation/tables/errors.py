"""Why a table could not be read, in words for the person who sent it."""

from __future__ import annotations


class UnreadableTable(Exception):
    """``sentence`` is French: what is wrong and what to do. ``code`` is stable and English (for tests and logs)."""

    def __init__(self, sentence: str, *, code: str = "") -> None:
        super().__init__(sentence)
        self.sentence, self.code = sentence, code


_SAVE = "Ouvrez-le dans votre tableur, choisissez « Enregistrer sous », puis « Classeur Excel (.xlsx) » ou « CSV »."
_AGAIN = "Téléchargez-le de nouveau, puis envoyez cette copie."

SENTENCES: dict[str, str] = {
    "missing": "Ce fichier n’existe pas. Vérifiez son nom et son dossier.",
    "folder": "C’est un dossier, pas un fichier. Donnez le fichier lui-même.",
    "forbidden": "Ce fichier ne peut pas être ouvert : le système en refuse la lecture.",
    "empty_file": "Ce fichier est vide : il ne contient aucun octet. Vérifiez que vous envoyez le bon fichier.",
    "blank": "Ce fichier ne contient que des blancs. Vérifiez que vous envoyez le bon fichier.",
    "binary": f"Ce fichier n’est pas un tableau : son contenu n’est pas du texte. {_SAVE}",
    "picture": "Ce fichier est une image. Envoyez le tableau d’origine, au format CSV ou Excel.",
    "pdf": "Ce fichier est un PDF, où les colonnes sont perdues. Envoyez le tableau d’origine, en CSV ou en Excel.",
    "rtf": "Ce fichier est un texte (RTF), pas un tableau. Envoyez le tableau d’origine, en CSV ou en Excel.",
    "word": "Ce fichier est un document texte. Copiez son tableau dans un tableur, puis enregistrez-le en .xlsx.",
    "presentation": "Ce fichier est un diaporama, pas un tableau. Envoyez le tableau d’origine, en CSV ou en Excel.",
    "drawing": "Ce fichier est un dessin, pas un tableau. Envoyez le tableau d’origine, en CSV ou en Excel.",
    "message": "Ce fichier est un courriel. Enregistrez la pièce jointe, puis envoyez-la.",
    "html": f"Ce fichier est une page web, même s’il porte le nom d’un tableau. {_SAVE}",
    "xml": f"Ce fichier est du XML, pas un tableau. {_SAVE}",
    "archive": "Ce fichier est une archive (zip). Décompressez-la, puis envoyez le tableau qui s’y trouve.",
    "binary_workbook": f"Ce classeur est au format binaire d’Excel (.xlsb). {_SAVE}",
    "password_protected": (
        "Ce classeur est protégé par un mot de passe. Retirez la protection dans votre tableur, "
        "enregistrez-le, puis envoyez-le de nouveau."
    ),
    "broken_workbook": (
        "Ce classeur est abîmé ou incomplet. Ouvrez l’original dans votre tableur, "
        "enregistrez-le de nouveau, puis envoyez cette copie."
    ),
    "workbook_bomb": (
        "Ce classeur enfle démesurément quand on l’ouvre. Par sécurité, il n’est pas lu. "
        "Copiez le tableau dans un classeur neuf, ou enregistrez-le en CSV."
    ),
    "huge_workbook": (
        "Ce classeur est trop grand pour être lu d’un coup. Enregistrez la feuille en CSV : "
        "un fichier CSV peut être aussi long que vous voulez."
    ),
    "no_sheet": "Ce classeur n’a aucune feuille remplie. Vérifiez que vous envoyez le bon fichier.",
    "no_header": (
        "La première ligne de ce tableau n’est pas une ligne de titres : elle contient déjà des valeurs. "
        "Ajoutez le nom des colonnes sur la première ligne."
    ),
    "one_column": (
        "Ce fichier n’a qu’une colonne : ce n’est pas un tableau, ou son séparateur n’est pas reconnu. "
        "Les séparateurs lus sont le point-virgule, la virgule, la tabulation et la barre verticale."
    ),
    "no_line": "Ce tableau n’a que sa ligne de titres : aucune ligne ne la suit.",
    "endless_line": (
        "Ce fichier contient une ligne démesurée : ses fins de ligne ont sans doute été perdues. " + _AGAIN
    ),
    "unknown_encoding": "Les caractères de ce fichier ne peuvent pas être reconnus. Enregistrez-le en CSV UTF-8.",
    "truncated_json": f"Ce fichier JSON s’arrête avant la fin : il n’a pas été copié jusqu’au bout. {_AGAIN}",
    "broken_json": f"Ce fichier JSON est mal formé et ne peut pas être lu. {_AGAIN}",
    "no_list": "Ce fichier JSON ne contient pas de liste de fiches là où elle est attendue.",
}


def refusal(code: str) -> UnreadableTable:
    return UnreadableTable(SENTENCES[code], code=code)
