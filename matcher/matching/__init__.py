"""Profiles in, ranked matches with reasons out; numpy, scipy and scikit-learn only."""
