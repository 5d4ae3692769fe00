"""The plan as rows, wherever it is written."""
