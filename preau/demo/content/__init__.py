"""Clairval-sur-Seine, a town that does not exist.

The story. Clairval has 32,000 inhabitants, nine schools, two collèges, a lycée, and a plan that ended last summer.
Yasmine Ferhat coordinates the next one. She imported the text that four working groups had written in the spring,
and shows it to the public since October, so that families can react before the council votes in January. Some
points still wait: nobody has said which ages « jeunes » means, two wordings of the same objective stand side by
side, a label is named by a year that has passed. Loïc Garandeau (sports) fills in what his service carries;
Claire Aubin, who heads the Tilleuls school, has sent suggestions by Word; Bernard Lacaze, deputy mayor, wants to
know every month what waits for him. Paul Lemoine opens the accounts. Ines Carvalho, a parents' representative, reads.
"""
