import fc from "fast-check";
import { expect, it } from "vitest";
import { TextDictionary } from "./text-dictionary.ts";

it("gives each text one code, in the order in which they first appear", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("", "7", "07", "a", "ab", "__proto__", "é")), (cells) => {
      const dictionary = new TextDictionary();
      const codes = cells.map((cell) => dictionary.codeOf(`<${cell}>`, 1, cell.length + 1));
      expect(codes.map((code) => dictionary.texts[code])).toEqual(cells);
      expect(dictionary.texts).toEqual([...new Set(cells)]);
    }),
  );
});
