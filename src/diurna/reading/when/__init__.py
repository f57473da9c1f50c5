"""When: the times a report states, and the time of an act."""

from diurna.reading.when.attachment import time_of
from diurna.reading.when.mentions import TimeMention, find_times

__all__ = ["TimeMention", "find_times", "time_of"]
