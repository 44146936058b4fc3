import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { filesHash } from "./files-hash.ts";

it("a version's hash is of its files' bytes in the order of their names", async () => {
  const files = { "weights.bin": Uint8Array.of(3, 4), "model.json": Uint8Array.of(1, 2), "Card.json": Uint8Array.of(9) };
  expect(await filesHash(files)).toBe(createHash("sha256").update(Uint8Array.of(9, 1, 2, 3, 4)).digest("hex"));
});
