"""An oTree project with one app: as many choices as `ROUNDS` says. tests/host/beside.py starts it."""

from os import environ

SESSION_CONFIGS = [{"name": "street", "app_sequence": ["street"], "num_demo_participants": 1}]
SESSION_CONFIG_DEFAULTS = {"real_world_currency_per_point": 1.0, "participation_fee": 0.0, "doc": ""}
PARTICIPANT_FIELDS: list[str] = []
SESSION_FIELDS: list[str] = []
LANGUAGE_CODE = "en"
REAL_WORLD_CURRENCY_CODE = "EUR"
USE_POINTS = True
ADMIN_USERNAME = "admin"
ADMIN_PASSWORD = environ.get("OTREE_ADMIN_PASSWORD")
SECRET_KEY = environ.get("OTREE_SECRET", "")
DEMO_PAGE_INTRO_HTML = ""
