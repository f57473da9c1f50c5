"""Puts this folder on the path, so that the tests of every room can import `factories`."""
