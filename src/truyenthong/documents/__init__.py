"""Each kind of YAML document: from the plain tree to the model and back."""
