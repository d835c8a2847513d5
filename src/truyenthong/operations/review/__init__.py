"""What waits for a decision of the office: dossiers, decisions, replies."""
