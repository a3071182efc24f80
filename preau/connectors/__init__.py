"""Systems outside: a folder for each, with its client and what its answers mean here. The domain knows none of them."""
