"""Every setting a town can change, read from the environment, with what it means.

``docs/how-to/settings.md`` is written from this table (``preau settings``) and a house test holds the two together.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import environ

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Setting:
    name: str
    default: str
    meaning: str  # English, one sentence


SETTINGS = (
    Setting("PREAU_DATA", "var", "Folder of everything the program writes: database, mails, secret key."),
    Setting("PREAU_SECRET_KEY", "", "Signs sessions and links. Empty: made once and kept in the data folder."),
    Setting(
        "PREAU_FIELD_KEYS",
        "",
        "Encrypt health sheets, separated by commas, newest first. Empty: made once and kept in the data folder.",
    ),
    Setting("PREAU_DEBUG", "no", "Shows Python errors in the browser. Never on a machine that people use."),
    Setting("PREAU_HOSTS", "127.0.0.1,localhost,[::1]", "Host names that the site answers to, separated by commas."),
    Setting("PREAU_URL", "http://127.0.0.1:8000", "Address of the site, as written in mails."),
    Setting("PREAU_HTTPS", "no", "The site is reached over https: secure cookies and HSTS."),
    Setting(
        "PREAU_PROXIES", "0", "How many trusted proxies stand in front; decides which address a login limit counts."
    ),
    Setting("PREAU_PORT", "8000", "Port of the embedded server."),
    Setting("PREAU_THREADS", "2", "Requests that each process of the embedded server works on at once."),
    Setting("PREAU_PROCESSES", "0", "Processes of `preau serve`. 0: one for each core, four at most."),
    Setting(
        "PREAU_KEPT_SECONDS",
        "5",
        "For how long each process trusts what it read of dated values and entries. 0: never.",
    ),
    Setting("PREAU_CODES_PER_HOUR", "10", "How many login codes one mail address may ask for in an hour."),
    Setting("PREAU_UPLOAD_LIMIT", "60000000", "Largest document that may be sent, in bytes."),
    Setting(
        "DATABASE_URL", "", "sqlite:///path or postgres://user:password@host/name. Empty: SQLite in the data folder."
    ),
    Setting("PREAU_MAIL", "file", "Where mails go: file (data folder), console, or smtp://user:password@host:port."),
    Setting("PREAU_MAIL_FROM", "Préau <ne-pas-repondre@localhost>", "Sender of the mails."),
    Setting(
        "PREAU_TILES",
        "",
        "Address of map tiles with {z}, {x} and {y}: browsers then call that server. Empty: maps call nobody.",
    ),
    Setting("PREAU_TILES_ATTRIBUTION", "", "Who made the map tiles, as their licence asks it to be written."),
    Setting(
        "PREAU_NOTICES_KEPT_DAYS", "365", "How many days a notice that was read, and the trace of its mail, are kept."
    ),
    Setting(
        "PREAU_FACTS_MEMORY",
        "512MB",
        "Memory that a question to the facts of the observatory, or taking them, may use; the rest goes to the disk.",
    ),
    Setting(
        "PREAU_API_PARTICULIER_TOKEN",
        "",
        "Token that the State gave the town for API Particulier (family quotient). Empty: papers only.",
    ),
    Setting("PREAU_API_PARTICULIER_SIRET", "", "SIRET of the town, which every question to API Particulier names."),
    Setting(
        "PREAU_API_PARTICULIER_URL",
        "https://particulier.api.gouv.fr",
        "Host of API Particulier; the State's trial host is https://staging.particulier.api.gouv.fr.",
    ),
    Setting("PREAU_FRANCECONNECT_ID", "", "Client id of the town at FranceConnect. Empty: no such button."),
    Setting("PREAU_FRANCECONNECT_SECRET", "", "Client secret of the town at FranceConnect."),
    Setting(
        "PREAU_FRANCECONNECT_URL",
        "https://oidc.franceconnect.gouv.fr/api/v2",
        "Issuer of FranceConnect; its own description is read under /.well-known/openid-configuration.",
    ),
)

_reader = environ.Env()


def text(name: str) -> str:
    """The value of one declared setting; KeyError for a name that is not in the table."""
    default = next(setting.default for setting in SETTINGS if setting.name == name)
    return str(_reader.str(name, default=default))


def truth(name: str) -> bool:
    return text(name).strip().lower() in {"1", "yes", "true", "on", "oui"}


def number(name: str) -> int:
    return int(text(name))


def words(name: str) -> list[str]:
    return [word.strip() for word in text(name).split(",") if word.strip()]


def data_folder() -> Path:
    folder = Path(text("PREAU_DATA"))
    return folder if folder.is_absolute() else ROOT / folder
