"""The one pass of the small encoder over a report, and the heads that ask it questions."""

from diurna.reading.encoder.network import Encoded, Network, load_network

__all__ = ["Encoded", "Network", "load_network"]
