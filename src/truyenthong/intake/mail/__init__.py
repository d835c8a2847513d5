"""Messages: where their parts are, what they say of themselves, what kind of message each one is."""
