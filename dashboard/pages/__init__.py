"""The pages: each puts sections in order. A new page is a file here and a line in app.py."""
