"""A unit's log: as declared, what can be wrong with an entry, and bound to a compiled rubric."""
