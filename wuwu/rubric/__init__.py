"""A rubric: as declared, its references, its compiled plan, the bundled ones, readings and their patches."""
