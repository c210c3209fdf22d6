"""Profiles of Hypothesis: quick by default, thorough with HYPOTHESIS_PROFILE=slow.

``--hypothesis-profile=slow`` does the same. The profile ``mutation`` is for tools/mutation.py: the
same examples for every mutant, and no time spent on making a failure small.
"""

import os

from hypothesis import HealthCheck, Phase, settings

settings.register_profile(
    "default", max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("slow", parent=settings.get_profile("default"), max_examples=10_000)
settings.register_profile(
    "mutation",
    parent=settings.get_profile("default"),
    max_examples=60,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))
