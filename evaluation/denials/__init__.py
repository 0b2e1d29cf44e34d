"""Denials, and what they deny."""
