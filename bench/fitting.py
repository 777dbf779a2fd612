"""Fit the linear model of `askwell.explore.search.fitted`; run by a Python that has numpy and scipy.

Reads one JSON object, `{"width", "careers", "names": [[parts of a name, {career: weight}], ...]}`, and writes the parts
that enough names hold (numbers of four bytes, in order), then as bytes between -127 and 127 the row of each, and for each
career its row and its bias. The scales, and how many parts there are, stand in one line of JSON on the standard error.
"""

import json
import sys
from collections import Counter
from typing import Any

import numpy as np
from scipy import sparse

EPOCHS, BATCH, RATE, LEFT_OUT, SPREAD = 10, 512, 0.1, 0.3, 0.05
SEEN = 3  # names that must hold a part for it to have a row
SLOWER = 0.8  # how much of the rate is gone at the end
MANY = 90.0  # what a batch's gradient is divided by


class Fit:
    """Softmax with a narrow middle layer, by Adagrad (Duchi et al. 2011), with parts left out at random."""

    def __init__(self, asked: dict[str, Any]) -> None:
        self.chance = np.random.default_rng(1)
        self.careers = {soc: at for at, soc in enumerate(asked["careers"])}
        names = asked["names"]
        held = Counter(part for parts, _ in names for part in set(parts))
        self.known = sorted(part for part, times in held.items() if times >= SEEN)
        place = {part: at for at, part in enumerate(self.known)}
        seen = [[(place[part], 1.0) for part in parts if part in place] for parts, _ in names]
        self.parts = self._matrix(seen, len(place), 0.5)
        meant = [[(self.careers[soc], much) for soc, much in socs.items()] for _, socs in names]
        self.meant = self._matrix(meant, len(self.careers), 1.0)
        self.counts = np.sqrt([len(socs) for _, socs in names]).astype(np.float32)[:, None]
        shapes = ((len(place), asked["width"]), (asked["width"], len(self.careers)), (len(self.careers),))
        self.rows, self.columns, self.biases = self.weights = [np.zeros(each, np.float32) for each in shapes]
        self.columns[:] = self.chance.standard_normal(shapes[1]) * SPREAD
        self.rows[:] = self.chance.standard_normal(shapes[0]) * SPREAD
        self.seen = [np.full(each, 1e-6, np.float32) for each in shapes]

    @staticmethod
    def _matrix(entries: list[list[tuple[int, float]]], wide: int, power: float) -> Any:
        """A sparse matrix whose rows are divided by their sum to some power."""
        at = [(line, column, much) for line, row in enumerate(entries) for column, much in row]
        lines, columns, values = (np.array(each) for each in zip(*at, strict=True))
        made = sparse.csr_matrix((values, (lines, columns)), shape=(len(entries), wide), dtype=np.float32)
        sums = np.asarray(made.sum(1)).ravel()
        return sparse.csr_matrix(sparse.diags(1 / np.maximum(sums, 1e-9) ** power).astype(np.float32) @ made)

    def run(self) -> None:
        """Go through all names some times."""
        for epoch in range(EPOCHS):
            order = self.chance.permutation(self.parts.shape[0])
            for start in range(0, len(order), BATCH):
                self._learn(order[start : start + BATCH], RATE * (1 - SLOWER * epoch / EPOCHS))

    def _learn(self, batch: Any, rate: float) -> None:
        parts = self.parts[batch]
        parts.data = parts.data * (self.chance.random(len(parts.data)) > LEFT_OUT)
        middle = parts @ self.rows
        said = middle @ self.columns + self.biases
        said = np.exp(said - said.max(1, keepdims=True))
        wrong = (said / said.sum(1, keepdims=True) - self.meant[batch].toarray()) * self.counts[batch] / MANY
        used = np.unique(parts.indices)
        slopes = ((parts.T @ (wrong @ self.columns.T))[used], middle.T @ wrong, wrong.sum(0))
        for weights, seen, slope, where in zip(
            self.weights, self.seen, slopes, (used, slice(None), slice(None)), strict=True
        ):
            seen[where] += slope**2
            weights[where] -= rate * slope / np.sqrt(seen[where])


def small(values: Any, cut: float) -> tuple[Any, float]:
    """Numbers as bytes, with what one step is worth; the few beyond `cut` standard deviations are cut off."""
    step = min(float(np.abs(values).max()), cut * float(values.std())) / 127
    return np.clip(np.rint(values / step), -127, 127).astype(np.int8), step


def main() -> None:
    """Fit and write."""
    fit = Fit(json.load(sys.stdin))
    fit.run()
    rows, row_step = small(fit.rows, 6)
    columns, column_step = small(fit.columns.T, 6)
    biases, bias_step = small(fit.biases, 1e9)
    about = {"parts": len(fit.known), "scale": row_step * column_step, "bias_scale": bias_step}
    print(json.dumps(about), file=sys.stderr)
    parts = np.array(fit.known, "<u4")
    sys.stdout.buffer.write(
        parts.tobytes() + rows.tobytes() + np.hstack([columns, biases[:, None]]).tobytes()
    )


if __name__ == "__main__":
    main()
