"""The paper as a whole: its type, its creditor's kind, its blanks, references and personal data."""
