"""What offices have elsewhere: flat sheets and lists of names, turned into records or names.

A catalogue in a form of our own is read by :mod:`utpartners.formats`; here is what has no such
form. The room knows errors, and nothing of storage.
"""
