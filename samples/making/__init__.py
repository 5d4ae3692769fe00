"""How the papers of ``samples/`` are made from their readable sources."""
