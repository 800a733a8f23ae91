"""Where the bundled catalogue is: as a TOML file, and as the database that a build makes of it."""

import os

_PACKAGE = os.path.dirname(os.path.abspath(__file__))
_INSTALLED = os.path.join(_PACKAGE, "data")
# A checkout, and so an editable install, keeps the catalogue at the top, where people look for it.
_CHECKOUT = os.path.join(os.path.dirname(os.path.dirname(_PACKAGE)), "data")
_FOLDER = _INSTALLED if os.path.isdir(_INSTALLED) else _CHECKOUT

TOML = os.path.join(_FOLDER, "utokyo.toml")
"""The catalogue of the University of Tokyo's strategic partnerships, as people write it."""

DATABASE = os.path.join(_FOLDER, "utokyo.db")
"""The same catalogue as tables, which open sooner; only a wheel has it."""

PATH = DATABASE if os.path.exists(DATABASE) else TOML
"""The form of the catalogue to read: the database where there is one."""
