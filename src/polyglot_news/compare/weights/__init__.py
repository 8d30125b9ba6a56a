"""What the findings come to: the features, the fitted models, and what is surer than these say."""
