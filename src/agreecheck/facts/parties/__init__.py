"""Who the parties are, who owes whom, and who is paid."""
