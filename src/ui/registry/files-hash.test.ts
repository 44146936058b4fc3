import { expect, it } from "vitest";
import { filesHash as ofWorker } from "../../models/artifacts/files-hash.ts";
import { filesHash } from "./files-hash.ts";

it("a version has the same hash on the page as where it is made", async () => {
  const files = { "weights.bin": Uint8Array.of(3, 4), "model.json": Uint8Array.of(1, 2), "Card.json": Uint8Array.of(9) };
  expect(await filesHash(files)).toBe(await ofWorker(files));
});
