"""What renders what: sentences to sentences, quotes to passages, words to words."""
