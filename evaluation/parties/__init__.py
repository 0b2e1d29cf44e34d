"""Whom single mentions mean: sentences of our own and places in articles, and how many are understood."""
