"""Who said it: the speaker whom the article names, beside the one of the official text."""
