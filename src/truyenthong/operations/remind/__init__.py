"""``remind``: who is to be reminded of what, the mails, and what became of them."""
