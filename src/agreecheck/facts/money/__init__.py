"""What each sum, date, rate and term is."""
