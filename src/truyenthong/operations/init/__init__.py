"""``init``: a new workspace, empty, from an example, from the year before, or from a plan in Word."""
