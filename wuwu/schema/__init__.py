"""Text in, typed values out: scalars, declared models, and what is wrong with a file at its place."""
