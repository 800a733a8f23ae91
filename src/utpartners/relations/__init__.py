"""A catalogue as relations: flat tables that refer to each other by the ids that people know.

What is defined here once is what a folder of CSV files, a zip, a workbook and Parquet consist of.
The tables of :mod:`utpartners.store` differ in that they have keys and positions of their own.
"""
