"""Side by side in one run: what wuwu takes, and what something known takes, as a table of ratios."""
