import { expect, it } from "vitest";
import type { CheckpointStore } from "./checkpoint.ts";
import { checkpointShelf } from "./checkpoint-shelf.ts";

it("checkpoints of several networks are kept as one, each by its number", async () => {
  let kept: Uint8Array | null = null;
  const store: CheckpointStore = { read: () => Promise.resolve(kept), write: (bytes) => Promise.resolve(void (kept = bytes)) };
  const shelf = checkpointShelf(store, 3);
  expect(await shelf(1).read()).toBeNull();
  await shelf(1).write(Uint8Array.of(1, 2));
  await shelf(3).write(Uint8Array.of(3));
  await shelf(1).write(Uint8Array.of(4, 5, 6));
  const again = checkpointShelf(store, 3);
  expect([await again(1).read(), await again(2).read(), await again(3).read()]).toEqual([Uint8Array.of(4, 5, 6), null, Uint8Array.of(3)]);
});
