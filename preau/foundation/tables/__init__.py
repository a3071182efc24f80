"""Tables: what a spreadsheet, a CSV or a JSON file says, line by line, whatever state it comes in."""
