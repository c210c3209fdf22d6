"""The version of the release, and the day to which its curators looked."""

VERSION = "0.1.0"
__version__ = VERSION
DATA_DATE = "2026-11-22"
