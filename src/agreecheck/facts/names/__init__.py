"""Names of firms and persons in running text."""
