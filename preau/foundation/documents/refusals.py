"""The sentences said to the person whose document can’t be read: what is wrong, and what to do."""

from __future__ import annotations

from .errors import UnreadableDocument

_ADVICE = "Enregistrez le document au format Word (.docx) ou OpenDocument (.odt), puis envoyez-le de nouveau."
_EXPORT = "Ouvrez-le, choisissez « Enregistrer sous », puis le format .docx, et envoyez ce nouveau fichier."

SENTENCES: dict[str, str] = {
    "empty_file": "Ce fichier est vide : il ne contient aucun octet. Vérifiez que vous envoyez le bon fichier.",
    "blank": "Ce document ne contient aucun texte, seulement des blancs. Vérifiez que vous envoyez le bon fichier.",
    "only_pictures": (
        "Ce document ne contient que des images : aucun texte ne peut y être lu. "
        "Envoyez la version d’origine, avec du texte que l’on peut sélectionner."
    ),
    "binary": f"Ce fichier n’est pas un document : son contenu n’est pas du texte. {_ADVICE}",
    "picture": (
        "Ce fichier est une image. Le texte d’une image ne peut pas être lu : "
        "envoyez le document d’origine, au format .docx ou .odt."
    ),
    "pdf": (
        "Ce fichier est un PDF, où les tableaux sont perdus. "
        "Envoyez le document d’origine, au format Word (.docx) ou OpenDocument (.odt)."
    ),
    "rtf": f"Ce fichier est au format RTF. {_EXPORT}",
    "html": f"Ce fichier est une page web (HTML). {_EXPORT}",
    "xml": f"Ce fichier est un fichier XML brut. {_EXPORT}",
    "spreadsheet": (
        "Ce fichier est un classeur de tableur. Copiez le tableau dans un document texte, "
        "enregistrez-le au format .docx ou .odt, puis envoyez ce document."
    ),
    "presentation": (
        "Ce fichier est un diaporama. Copiez son texte dans un document, "
        "enregistrez-le au format .docx ou .odt, puis envoyez ce document."
    ),
    "drawing": f"Ce fichier est un dessin ou un formulaire bureautique, pas un texte. {_ADVICE}",
    "archive": (
        "Ce fichier est une archive (zip ou équivalent), pas un document. "
        "Décompressez-la et envoyez le document qu’elle contient."
    ),
    "message": "Ce fichier est un courriel. Enregistrez la pièce jointe, puis envoyez-la.",
    "password_protected": (
        "Ce document est protégé par un mot de passe. "
        "Retirez la protection dans votre traitement de texte, enregistrez-le, puis envoyez-le de nouveau."
    ),
    "corrupt_archive": (
        "Ce document est abîmé ou incomplet : il n’a sans doute pas été copié jusqu’au bout. "
        "Ouvrez l’original, enregistrez-le de nouveau, puis envoyez cette copie."
    ),
    "missing_body": (
        "Ce fichier a la forme d’un document, mais la partie qui porte le texte manque. "
        "Ouvrez l’original, enregistrez-le de nouveau, puis envoyez cette copie."
    ),
    "malformed_xml": (
        "L’intérieur de ce document est mal formé et ne peut pas être lu. "
        "Ouvrez-le dans votre traitement de texte, enregistrez-le de nouveau, puis envoyez cette copie."
    ),
    "forbidden_xml": (
        "Ce document contient des définitions (DTD, entités) qu’un traitement de texte n’écrit jamais. "
        "Par sécurité, il n’est pas lu. Ouvrez l’original et enregistrez-le au format .docx."
    ),
    "archive_bomb": (
        "Ce fichier enfle démesurément quand on l’ouvre. Par sécurité, il n’est pas lu. "
        "Ouvrez l’original, enregistrez-le de nouveau, puis envoyez cette copie."
    ),
    "too_many_parts": (
        "Ce fichier contient bien plus de morceaux qu’un document. Par sécurité, il n’est pas lu. "
        "Copiez le texte dans un document neuf, puis envoyez ce document."
    ),
    "unsafe_names": (
        "Ce fichier contient des noms de fichiers trompeurs. Par sécurité, il n’est pas lu. "
        "Copiez le texte dans un document neuf, puis envoyez ce document."
    ),
    "too_deep": (
        "Ce document est emboîté sur trop de niveaux pour être lu. "
        "Copiez le texte dans un document neuf, puis envoyez ce document."
    ),
    "too_complex": (
        "Ce document est trop long ou trop complexe pour être lu d’un coup. "
        "Partagez-le en plusieurs documents, puis envoyez-les un par un."
    ),
    "too_big": (
        "Ce fichier est trop lourd pour être lu. Réduisez ou retirez les images, "
        "enregistrez le document, puis envoyez-le de nouveau."
    ),
    "legacy_without_office": (
        "Ce fichier est au format Word d’avant 2007 (.doc), et ce serveur n’a pas LibreOffice pour le convertir. "
        "Ouvrez-le dans Word ou LibreOffice, choisissez « Enregistrer sous », puis « Document Word (.docx) »."
    ),
    "legacy_failed": (
        "Ce fichier au format Word d’avant 2007 (.doc) n’a pas pu être converti. "
        "Ouvrez-le dans Word ou LibreOffice, choisissez « Enregistrer sous », puis « Document Word (.docx) »."
    ),
    "legacy_too_slow": (
        "La conversion de ce fichier .doc prend trop de temps et a été arrêtée. "
        "Ouvrez-le dans Word ou LibreOffice, choisissez « Enregistrer sous », puis « Document Word (.docx) »."
    ),
    "unknown_encoding": (
        "Les caractères de ce texte ne peuvent pas être reconnus. "
        "Enregistrez-le en UTF-8, ou collez-le dans un document .docx, puis envoyez-le de nouveau."
    ),
}


def refusal(code: str) -> UnreadableDocument:
    return UnreadableDocument(code, SENTENCES[code])
