"""The same deed across articles: copies, stories, and who vouches independently.

`copies` finds texts that stand on another's, `likeness` says how likely two tellings are of one deed and why, `stories`
puts tellings together, `balance` counts witnesses. Nothing here knows the store: `saksi.runners.link` brings rows and
takes results.
"""

from saksi.corroborate.balance import Balance, Voice, Witness, balance
from saksi.corroborate.copies import MOSTLY, Copy, Text, find_copies
from saksi.corroborate.course import Step, course, status
from saksi.corroborate.likeness import Likeness, Report, Telling, numbers_of_dead
from saksi.corroborate.main_story import main_stories
from saksi.corroborate.stories import TOGETHER, Judgements, Story, stories, story_id

__all__ = [
    "MOSTLY",
    "TOGETHER",
    "Balance",
    "Copy",
    "Judgements",
    "Likeness",
    "Report",
    "Step",
    "Story",
    "Telling",
    "Text",
    "Voice",
    "Witness",
    "balance",
    "course",
    "find_copies",
    "main_stories",
    "numbers_of_dead",
    "status",
    "stories",
    "story_id",
]
