"""What the database must not tell: text closed with a key that does not live beside it. Noun: EncryptedTextField."""
