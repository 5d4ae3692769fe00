"""``agreecheck.toml``: found, decoded, set under the command line. Only the command line reads it, no function does."""
