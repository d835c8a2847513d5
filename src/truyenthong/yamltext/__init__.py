"""YAML text to plain trees and back: places of fields, typed pulls, edits that keep a person's lines."""
