"""Figures beside what they belong to: sums, shares, ranks, periods, references, and figures that changed places."""
