"""A few entries of Clairval in easy French and in languages of its families. By title of the entry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Version:
    """``readers``: who read and understood it, and when; nobody yet for None."""

    entry: str
    kind: str
    title: str
    body: str
    translator: str = ""
    readers: tuple[str, date] | None = None


_FRIENDS = "L’atelier d’écriture de Coup de pouce Clairval"

VERSIONS: tuple[Version, ...] = (
    Version(
        "École des sports du mercredi",
        "easy_read",
        "Faire du sport le mercredi",
        "C’est le mercredi.\n"
        "Votre enfant essaie plusieurs sports : le ballon, la raquette, la course, la glisse.\n"
        "Il y a 2 adultes dans chaque groupe.\n"
        "Ils expliquent. Ils montrent. Puis on joue.\n"
        "On vous prête le matériel.\n"
        "Apportez une tenue de sport et une gourde.\n"
        "Vous pouvez essayer une fois avant de choisir.",
        "Service des sports",
        ("cinq lecteurs du foyer des Coteaux", date(2026, 10, 21)),
    ),
    Version(
        "École des sports du mercredi",
        "pt",
        "Escola de desporto à quarta-feira",
        "Um desporto por período: bola, raquete, atletismo, deslize. As crianças experimentam tudo antes de escolher.\n\n"
        "Dois educadores por grupo explicam e mostram, e depois joga-se. O material é emprestado: basta roupa de "
        "desporto e uma garrafa de água.",
        "Association des parents d’élèves de Clairval",
    ),
    Version(
        "École des sports du mercredi",
        "ar",
        "مدرسة الرياضة يوم الأربعاء",
        "رياضة جديدة في كل فترة: الكرة والمضرب والجري. يجرّب الأطفال كل شيء قبل أن يختاروا.\n\n"
        "مربّيان لكل مجموعة يشرحان ثم يلعب الجميع. المعدّات مُعارة: تكفي ملابس رياضية وقارورة ماء.",
        _FRIENDS,
    ),
    Version(
        "L’heure du conte",
        "easy_read",
        "Écouter des histoires",
        "C’est à la médiathèque.\n"
        "Une dame lit 3 histoires.\n"
        "On écoute. On chante.\n"
        "On s’assoit par terre ou sur un coussin.\n"
        "C’est gratuit.\n"
        "Vous pouvez arriver en retard. Ce n’est pas grave.",
        "Médiathèque des Quais",
    ),
    Version(
        "L’heure du conte",
        "en",
        "Story time",
        "Three stories under the glass roof, every other Wednesday.\n\n"
        "A librarian reads, acts and sings with the children. Sit on the floor or on a cushion; coming late is fine.",
        "Médiathèque des Quais",
        ("une mère anglophone du quartier des Quais", date(2026, 10, 14)),
    ),
    Version(
        "Ludothèque ouverte",
        "es",
        "Ludoteca abierta",
        "Dos mil juegos, mesas y alguien que conoce las reglas.\n\n"
        "Se juega aquí o se llevan tres juegos durante un mes. Hay un rincón para los más pequeños.",
        _FRIENDS,
    ),
    Version(
        "Petits explorateurs du parc",
        "tr",
        "Parkın küçük kâşifleri",
        "Büyüteç elimizde, sürünen, uçan ve büyüyen her şeyi arıyoruz, hava nasıl olursa olsun.\n\n"
        "Bir doğa rehberiyle açık havada iki saat. Çizme ve kirlenebilecek giysiler getirin.",
        _FRIENDS,
    ),
)
"""Each of them from the French text as it was published."""
CHANGED = (
    "Petits explorateurs du parc",
    "Deux heures dehors avec une animatrice nature. Bottes, vêtements qui peuvent se salir et, cet hiver, un bonnet. "
    "Le goûter est offert. On ne rapporte que des dessins.",
)
"""An entry whose French text changed since: (title, presentation). Its Turkish version has to be taken up again."""
