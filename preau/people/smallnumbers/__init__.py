"""Small numbers: how few people is too few to be told of. The town decides, never under the floor of the house.

Noun: SmallNumbers. Read by all that is shown of many people: indicators, maps, trials of rules, open data.
"""
