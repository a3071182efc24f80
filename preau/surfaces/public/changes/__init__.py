"""« Ce que ça change »: what the committee concluded of each expected effect, for anybody, in plain French."""
