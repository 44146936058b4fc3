import { expect, it } from "vitest";
import { readPreamble } from "./preamble.ts";

it.each([
  ["t,hr\n", { lines: 0, endsAt: 0, comments: 0, lastComment: null, separator: null }],
  ["# a\n// b\n\n% t,hr\n1,2\n", { lines: 4, endsAt: 17, comments: 3, lastComment: "t,hr", separator: null }],
  ["sep=;\nt;hr\n", { lines: 1, endsAt: 6, comments: 0, lastComment: null, separator: ";" }],
  ["# only", { lines: 1, endsAt: 7, comments: 1, lastComment: "only", separator: null }],
  ["", { lines: 0, endsAt: 0, comments: 0, lastComment: null, separator: null }],
])("%j", (text, preamble) => expect(readPreamble(text)).toEqual(preamble));
