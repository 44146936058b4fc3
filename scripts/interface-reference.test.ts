import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { interfaceReference } from "./lib/interface-reference.ts";

it("the reference of the interface is what its types say now; else run npm run interface-reference", { timeout: 180_000 }, async () => {
  const committed: unknown = JSON.parse(await readFile(new URL("../src/ui/interface/reference.json", import.meta.url), "utf8"));
  expect(committed).toEqual(await interfaceReference());
});
