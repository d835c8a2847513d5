"""What `record` writes down: papers sent and received, extensions, entries, confirmations."""
