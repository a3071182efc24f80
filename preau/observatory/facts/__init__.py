"""Facts without names: taken from operations by ``snapshots``, read through ``reading``. Noun: FactsSnapshot."""
