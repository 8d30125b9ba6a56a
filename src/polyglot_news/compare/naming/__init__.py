"""A name of one text looked for in the other, and who holds which office."""
