"""How the codes of CAMEO, and of the data sets that use it, correspond to PLOVER's.

Facts only, from the CAMEO codebook 1.1b3 (Schrodt 2012), the Goldstein scale (1992), and PLOVER's manual, draft 0.8.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from saksi.codebook.plover import plover

QUADS: Mapping[str, tuple[str, int]] = {
    "verbal cooperation": ("V-COOP", 1),
    "material cooperation": ("M-COOP", 2),
    "verbal conflict": ("V-CONF", 3),
    "material conflict": ("M-CONF", 4),
}
"""POLECAT's and GDELT's codes for the four quadrants."""


@dataclass(frozen=True, slots=True)
class Cameo:
    """The correspondence.

    Attributes:
        codes: type to mode to CAMEO code; the empty mode is the type itself.
        goldstein: CAMEO code to its value, from -10 to 10.
        labels: CAMEO code to its name.
        planned: what a type counts as while it is only planned.
        intensity: type to mode to PLOVER's intensity, where it is not the type's score.
        sectors, icews: PLOVER sector to CAMEO's code and to ICEWS' name.

    """

    codes: Mapping[str, Mapping[str, str]]
    goldstein: Mapping[str, float]
    labels: Mapping[str, str]
    planned: Mapping[str, str]
    intensity: Mapping[str, Mapping[str, float]]
    sectors: Mapping[str, str]
    icews: Mapping[str, str]

    def rows(self) -> Iterator[dict[str, object]]:
        """For each type and mode what other data sets call it: a row for a database to join.

        They know neither types nor modes of a person's own: what those are a kind of stands for them.
        """
        for name, facts in plover().types.items():
            base = plover().like(name)
            modes = self.codes[base]
            quad, number = QUADS[plover().types[base]["quad"]]
            for mode in ("", *facts["modes"]):
                known = mode if mode in modes else ""
                code = modes[known]
                yield {
                    "type": name,
                    "mode": mode,
                    "plover_type": base,
                    "plover_mode": known or None,
                    "cameo": code,
                    "label": self.labels[code],
                    "goldstein": self.goldstein[code],
                    "intensity": float(self.intensity.get(base, {}).get(known, facts["score"])),
                    "quad": quad,
                    "quad_class": number,
                }


@cache
def cameo() -> Cameo:
    """The correspondence as cameo.toml has it."""
    table = tomllib.loads(resources.files(__package__).joinpath("cameo.toml").read_text(encoding="utf-8"))
    return Cameo(**table)
