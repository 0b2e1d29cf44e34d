"""Scoring readings against gold records, with floors that only rise."""
