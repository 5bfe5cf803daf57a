"""A checked candidate becomes an immutable release."""
