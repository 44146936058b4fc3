import { expect, it } from "vitest";
import { toCallError } from "../call-error.ts";
import { publishedInputSchema } from "./published-input.ts";
import { readInput } from "./read-input.ts";

it("is malformed, and nothing worse, where it is nested without end", () => {
  let deep: unknown = 1;
  for (let depth = 0; depth < 100_000; depth++) deep = [deep];
  for (const input of [{ X: deep, Y: [] }, { X: [64, 1, null, 70, 0, 0, 0], Y: deep }]) {
    let code = "";
    try {
      readInput(publishedInputSchema, input);
    } catch (cause) {
      ({ code } = toCallError(cause));
    }
    expect(code).toBe("malformed");
  }
});
