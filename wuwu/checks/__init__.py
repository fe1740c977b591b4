"""validate-rubric: everything about a rubric that can be checked without a unit's log."""
