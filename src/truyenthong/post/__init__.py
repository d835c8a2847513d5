"""The only door to the network: servers of mail; no other room imports smtplib, imapclient or ssl."""
