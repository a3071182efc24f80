"""Going towards families: who is the referent, the lists that are open, what came of them."""
