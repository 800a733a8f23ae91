"""The tables of a catalogue and the one way to ask them: SQL with bound parameters."""
