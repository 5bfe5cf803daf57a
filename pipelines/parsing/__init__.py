"""Documents to verbatim plan records: no file formats, no SQL."""
