"""The only code of the observatory that sees operations, and the only code that can make a pseudonym."""
