"""Questions: each is a function from a store and arguments to an answer, with one SQL each."""
