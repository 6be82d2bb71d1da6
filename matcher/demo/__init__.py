"""The demo: a fictional fair of Yiwu's size from data/sample, the same from the same seed."""
