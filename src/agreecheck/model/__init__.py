"""The values that stages pass on; nothing here reads, judges or prints."""
