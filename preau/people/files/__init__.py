"""Files: what people send, checked by its bytes and kept outside any web root.

Who may read one is the affair of what it belongs to.
"""
