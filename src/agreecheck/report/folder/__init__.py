"""Many reports as one picture: a row a file, papers that are the same, what is frequent, what falls due when."""
