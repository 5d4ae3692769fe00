"""Grammar of bare text: folding, numerals, money, rates, dates, durations, identifiers. No document is known here."""
