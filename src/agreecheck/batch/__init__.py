"""Many files: which are meant, each reviewed in a process of its own, results kept beside the reports."""
