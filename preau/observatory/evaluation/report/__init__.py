"""The report of an evaluation: one content, told as a page, in Word, as a tagged PDF, in four pages for families and
on a poster. Nouns: Report, AxisPart, EffectPart, FigurePart.

``report_of`` fills it from what ``reading`` tells; nothing here counts anything.
"""
