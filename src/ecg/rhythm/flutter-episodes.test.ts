import { expect, it } from "vitest";
import { flutterEpisodes } from "./flutter-episodes.ts";

const marks = (text: string) => ({
  sample: Uint32Array.from(text, (_, i) => 100 * i),
  code: Uint8Array.from(text, (letter) => ({ "[": 32, "]": 33, "!": 31 })[letter] ?? 1),
});

it("takes each start with the next end", () => {
  expect(flutterEpisodes(marks("NN[!!]NN[!]"), 2000)).toEqual([{ from: 200, to: 500 }, { from: 800, to: 1000 }]);
});

it("bears marks without a partner", () => {
  expect(flutterEpisodes(marks("]NN[[!]]N["), 2000)).toEqual([{ from: 300, to: 600 }, { from: 900, to: 2000 }]);
  expect(flutterEpisodes(marks("NNVN"), 2000)).toEqual([]);
});
