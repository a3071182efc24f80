"""The counter: whoever comes, calls or writes is found, heard, helped, and leaves with a paper that says so."""
