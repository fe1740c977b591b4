"""What every report lays its text out with: widths, tables, screens, Markdown, exact JSON."""
