"""Where the bundled catalogue is: ``utokyo.toml``, or the database that a build makes of it."""

import os

_FOLDER = os.path.dirname(__file__)
TOML = os.path.join(_FOLDER, "utokyo.toml")
"""The catalogue of the University of Tokyo's strategic partnerships, as people write it."""

DATABASE = os.path.join(_FOLDER, "utokyo.db")
"""The same as tables, which open sooner. A wheel has it; a checkout reads the TOML."""

PATH = DATABASE if os.path.exists(DATABASE) else TOML
