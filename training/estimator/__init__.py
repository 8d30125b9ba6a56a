"""The estimator: a small network that sees a text and its rendering, and says whether they mean the same.

``python -m training.estimator pairs`` makes altered sentence pairs from parallel corpora, ``python -m
training.estimator train`` learns to tell them from the unaltered ones, and ``export`` writes the file that the library
reads.
"""
