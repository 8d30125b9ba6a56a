"""Which words of one text the other one says, by links, vectors, translations and models."""
