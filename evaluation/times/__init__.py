"""Expressions of time by themselves."""
