// Compares two engines' results: every unit's verdict, every mean, coefficient, reason and verdict.
import { readFileSync } from "node:fs";

const tolerance = 1e-9;
const read = (path, keys) => new Map(readFileSync(path, "utf8").trim().split(/\r?\n/).map((line) => {
  const cells = line.split(",").map((cell) => (cell === '""' ? "" : cell));
  return [cells.slice(0, keys).join(","), cells.slice(keys)];
}));
const near = (left, right) => left === right
  || (left !== "" && right !== "" && Math.abs(Number(left) - Number(right)) <= tolerance * Math.max(1, Math.abs(Number(left))));

/** Lines that say where `name` differs from `own`. */
export function differences(work, own, name) {
  const found = [];
  for (const [kind, numbers] of [["units", 0], ["spreads", 2]]) {
    const [ours, theirs] = [read(`${work}/${own}.${kind}.csv`, 3), read(`${work}/${name}.${kind}.csv`, 3)];
    if (ours.size !== theirs.size) found.push(`${name} ${kind}: ${theirs.size} rows instead of ${ours.size}`);
    for (const [key, values] of ours) {
      const others = theirs.get(key);
      if (!others || !values.every((value, at) => (at < numbers ? near(value, others[at]) : value === others[at]))) {
        found.push(`${name} ${kind} ${key}: ${others} instead of ${values}`);
      }
    }
  }
  return found;
}
