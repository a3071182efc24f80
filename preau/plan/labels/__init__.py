"""Labels: files of evidence with a term. Nouns: LabelScheme, SchemeVersion, LabelFile, LabelProof, LabelMilestone.

A label says that an outside body recognised what was done; it is never taken for an effect on children.
"""
