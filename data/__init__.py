"""Where the bundled catalogue is."""

import os

PATH = os.path.join(os.path.dirname(__file__), "utokyo.toml")
"""The catalogue of the University of Tokyo's strategic partnerships."""
