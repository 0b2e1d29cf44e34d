"""PLOVER as data: its types, modes and contexts, and how the parties stand to the words that name a deed.

Source: PLOVER Political Language Ontology for Verifiable Event Records, manual draft 0.8 (2021), facts only.
"""

from saksi.codebook.cameo import Cameo, cameo
from saksi.codebook.frames import Frame, frames
from saksi.codebook.plover import CODES_WITHOUT_STATE, SECTORS, Plover, plover

__all__ = ["CODES_WITHOUT_STATE", "SECTORS", "Cameo", "Frame", "Plover", "cameo", "frames", "plover"]
