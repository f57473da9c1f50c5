"""Where: the places a report names, and the place of an act."""

from diurna.reading.where.attachment import found_once, place_of
from diurna.reading.where.gazetteer import known_place
from diurna.reading.where.mentions import PlaceMention, find_places

__all__ = ["PlaceMention", "find_places", "found_once", "known_place", "place_of"]
