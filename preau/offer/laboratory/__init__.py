"""The rule laboratory: rules tried before they are voted, on many draws (domain brief, f.6).

Nouns: RuleStudy, RuleSet, Demand, Cell. A study ranks no rule: it shows who gains and who loses; the council chooses.
"""
