"""Where knowledge lives (``patterns/``) and how its files become typed values."""
