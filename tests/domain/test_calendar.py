"""Red days, eves, working days and weeks, by the tables of three years."""
