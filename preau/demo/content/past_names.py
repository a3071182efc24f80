"""Invented names for the families of the past: none is that of the people whom the story follows."""

from __future__ import annotations

GIRLS = tuple(
    "Alma Ambre Anaé Anouk Assia Aya Béatrice Bintou Capucine Céleste Chiara Clarisse Dalia Diane Djamila Élia Élise "
    "Émy Esma Fanta Flora Gabrielle Garance Giulia Hafsa Hawa Iris Inaya Ismérie Jana Joséphine Judith Kenza Khadija "
    "Laïa Leïna Linh Livia Louane Lubna Lyse Mahaut Malika Margot Maryam Mei Mila Naëlle Nawel Ninon Noélie Olympe "
    "Oumou Paloma Perrine Prune Rania Romane Rokhaya Salomé Selma Shanice Sirine Suzanne Tess Thaïs Valentine Victoire "
    "Wassila Xiu Yaëlle Ysé Zélie Zoé".split()
)
BOYS = tuple(
    "Abel Achille Aliou Amaury Anatole Anis Aurèle Ayman Balthazar Bilal Boubacar Célestin Cheikh Clovis Corentin "
    "Côme Danil Darius Edgar Elias Émeric Enzo Ernest Esteban Fadel Félix Gaspard Gauthier Hamza Henri Idriss Ilan "
    "Imad Isaac Ismaël Joachim Jules Kaïs Kylian Lamine Léandre Liam Loris Lucien Malo Marceau Matteo Mohamed Nael "
    "Naïm Noé Octave Oscar Othmane Owen Pablo Paul Quentin Raphaël Rayan Robin Saad Sacha Samba Siméon Swann Tiago "
    "Tidiane Tristan Ulysse Vadim Valère Wael Yanis Youssef Zacharie".split()
)
MOTHERS = tuple(
    "Adeline Amina Astrid Aurélie Bénédicte Carole Cécile Chantal Coralie Delphine Dorothée Elena Estelle Fanny Florence "
    "Gaëlle Hasna Ilham Ingrid Isabelle Joëlle Karine Laetitia Latifa Ludivine Magali Mariama Marion Mélanie Mounia "
    "Muriel Nadia Nina Ophélie Patricia Rachida Rosa Sandrine Séverine Sonia Thuy Valérie Virginie Yvonne Zineb".split()
)
FATHERS = tuple(
    "Abdel Alain Antoine Arnaud Bakary Boris Brahim Cédric Christophe Damien Denis Eduardo Éric Fabrice Franck Gilles "
    "Guillaume Hakim Hervé Ivan Jérôme Joël Kader Laurent Ludovic Mourad Nabil Nicolas Olivier Ousmane Pascal Paulo "
    "Philippe Rachid Régis Rémi Sébastien Stéphane Sylvain Tarek Thierry Vincent Xavier Yann Zoltan".split()
)
FAMILIES = tuple(
    "Abbadi Aït-Larbi Alvarez Aubertin Bacri Bagayoko Baptista Barthès Belhadj Bellanger Bensoussan Berthelot Besnier "
    "Bogdan Boissière Bouchet Bréhat Camara Castanier Cazenave Chaumont Cissokho Colombani Coquelin Dabo Daumas Delcourt "
    "Demange Diarra Doucet Drouin Dupuy Echeverria Fadiga Faucher Ferreira Fofana Fontanel Froment Gandon Garnier "
    "Gaudin Ghazi Godard Gouveia Guilbert Hamadi Hervouet Huet Ibrahimi Jacquot Jouve Kanouté Keïta Khelifi Lacombe "
    "Lagrange Lasserre Laurens Lecomte Lemaire Lopes Maillard Malaval Marchetti Mazurek Mendy Mercadier Messaoudi "
    "Monnier Moreira Nguyen Olivetti Ouattara Pacheco Papin Pelletier Petitjean Pham Pinault Popescu Prunier Quemener "
    "Raynaud Ribeiro Rocher Roussel Sabatier Saidi Salmon Sangaré Sauvage Sellier Seck Sidibé Soumaré Tavares Tessier "
    "Thibault Touré Traoré Vasseur Verdier Vieira Vilain Wagner Yildiz Zerrouki Zielinski".split()
)
