"""One module for each command of `pressledger`.

Belongs here: arguments, words on the terminal, exit codes. Does not: the work itself.
"""
