"""What every reader of Office files shares: archive, XML, package, paragraphs, comments."""
