"""Files to Documents: one module a format, no knowledge of plans."""
