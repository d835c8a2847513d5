"""The sample year 2020-2021: invented submissions over the real plan; presents nothing as fact."""
