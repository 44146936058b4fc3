import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeName, encodeName, namePaths } from "./names.ts";

const names = fc.string({ unit: "binary", maxLength: 20 });
const pieces = fc.array(fc.constantFrom("_", "x", "_x", "002F", "_x002F_", "/", ".", " ", "é", "a", "\ud83d")).map((parts) => parts.join(""));

test("names that MLflow takes stay as they are", () => {
  for (const name of ["validation loss", "train/loss", "learning_rate", "max-depth.2"]) expect(encodeName(name)).toBe(name);
});

test("any name comes back", () => {
  fc.assert(
    fc.property(fc.oneof(names, pieces), (name) => {
      expect(decodeName(encodeName(name))).toBe(name);
    }),
    { numRuns: 2000 },
  );
});

test("paths of several names are apart, and none is a folder of another", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.oneof(names, pieces)), (all) => {
      const paths = namePaths(all);
      expect(new Set(paths.values()).size).toBe(all.length);
      for (const [name, path] of paths) {
        expect(decodeName(path)).toBe(name);
        expect(path).toMatch(/^[\w.\- ]+(\/[\w.\- ]+)*$/);
        expect([...paths.values()].some((other) => other.startsWith(`${path}/`))).toBe(false);
      }
    }),
  );
});
