"""How fast it is, against baselines of the same run."""
