import { expect, it } from "vitest";
import { readPreamble } from "./preamble.ts";

it.each([
  ["t,hr\n", { lines: 0, endsAt: 0, comments: 0, lastComment: null, separator: null }],
  ["# a\n// b\n\n% t,hr\n1,2\n", { lines: 4, endsAt: 17, comments: 3, lastComment: "t,hr", separator: null }],
  ["sep=;\nt;hr\n", { lines: 1, endsAt: 6, comments: 0, lastComment: null, separator: ";" }],
  ["# only", { lines: 1, endsAt: 7, comments: 1, lastComment: "only", separator: null }],
  ["Name,Sport\nJane,RUNNING\n\nSample rate,Time,HR (bpm)\n1,0:00:00,70\n", { lines: 3, endsAt: 25, comments: 2, lastComment: null, separator: null }],
  ["time,kind,value\n1,HR,70\n2,HR,71\n", { lines: 0, endsAt: 0, comments: 0, lastComment: null, separator: null }],
  ["Average heart rate (bpm),61\ntime\thr\n1\t70\n", { lines: 1, endsAt: 28, comments: 1, lastComment: null, separator: null }],
  ["", { lines: 0, endsAt: 0, comments: 0, lastComment: null, separator: null }],
])("%j", (text, preamble) => expect(readPreamble(text)).toEqual(preamble));
