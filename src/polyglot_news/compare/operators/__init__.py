"""Words that change a claim and name nothing: negation, duty, condition, scope; and what answers them."""
