"""Decisions: pure functions over plain values. Nothing here reads a clock, a file or a network."""
