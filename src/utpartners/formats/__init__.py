"""A whole catalogue as a file, in each of its forms."""
