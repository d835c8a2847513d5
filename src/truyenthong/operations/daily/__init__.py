"""What the office makes anew each day: the page, calendars, the list of addresses, and all in a row."""
