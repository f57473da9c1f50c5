"""The one pass of the small encoder over a report, and the heads that ask it questions."""

from diurna.reading.encoder.network import Encoded, Network, network

__all__ = ["Encoded", "Network", "network"]
