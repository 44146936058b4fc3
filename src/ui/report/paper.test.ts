import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { PAPER_COLOURS } from "./paper.ts";

it("is drawn in the colours that the page has in print", () => {
  const css = readFileSync(new URL("../shared/tokens.css", import.meta.url), "utf8");
  const print = css.slice(css.indexOf("@media print"));
  expect(print).toContain("--ink");
  for (const [name, colour] of Object.entries(PAPER_COLOURS)) expect(print).toContain(`--${name}: ${colour};`);
});
