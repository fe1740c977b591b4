"""What every field of the files means, as editors show it."""

MESSAGES: dict[str, tuple[str, str]] = {}
