"""The plan leaves as a Word document, a PDF or a spreadsheet, and comes back with what partners changed."""
