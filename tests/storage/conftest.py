from hypothesis import HealthCheck, settings

# How long an example takes says more about the machine than about a file.
settings.register_profile("files", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("files")
