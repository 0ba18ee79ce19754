from hypothesis import settings

# How long an example takes says more about the machine than about a rule.
settings.register_profile("rules", deadline=None, max_examples=60)
settings.load_profile("rules")
