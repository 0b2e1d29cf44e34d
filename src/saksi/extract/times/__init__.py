"""The times that a text names, as closed intervals: `read_times`.

`words` compiles the pack's words, `atoms` turns a Doc into a line of word classes, `rules` says which lines of classes
name which interval, `interval` does the calendar, `tense` tells the past from the planned, `reader` puts them together.
"""

from saksi.extract.times.reader import opens, read_times

__all__ = ["opens", "read_times"]
