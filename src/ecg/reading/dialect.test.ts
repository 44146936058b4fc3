import { describe, expect, it } from "vitest";
import { guessDialect, splitSample } from "./dialect.ts";

describe("guessDialect", () => {
  it.each([
    ["time,hr\n1.5,70\n2.5,71\n", ",", "."],
    ["time;hr\n1,5;70\n2,5;71\n", ";", ","],
    ["time;hr\n1.5;70\n2.5;71\n", ";", "."],
    ["time;hr\n1;70\n2;71\n", ";", ","],
    ["time\thr\n1,5\t70\n2,5\t71\n", "\t", ","],
    ["time hr\n1,5 70\n2,5 71\n", " ", ","],
    ["1,5 70 A\n2,5 71 A\n", " ", ","],
    ["0,8;71,2\n1,6;71,3\n", ";", ","],
    ["time,hr\n2024-03-01 12:00:00,70\n2024-03-01 12:00:01,71\n", ",", "."],
    ["Heart Rate, Patient ID\n70, 1\n71, 1\n", ",", "."],
    ["rr\n0,812\n0,798\n", ";", ","],
    ["rr\n812\n798\n", ",", "."],
    ['"time","hr"\n"0,8","70,5"\n"1,6","71"\n', ",", ","],
    ['"time","hr"\n"0,125","70,5"\n"1,125","71"\n', ",", ","],
    ['"time","hr"\n"1,234","70"\n"2,345","71"\n', ",", "."],
    ['"a;b","c"\n"1;2",3\n"1;2",4\n', ",", "."],
  ] as const)("%j", (text, separator, decimal) => expect(guessDialect(text, true, null)).toEqual({ separator, decimal }));

  it("believes the file where it states its separator", () => {
    expect(guessDialect("a,b;c\n1,5;2\n", true, ";")).toEqual({ separator: ";", decimal: "," });
  });
});

it("splitSample leaves out blank lines, and the last row of a text that is cut off", () => {
  expect(splitSample("a,b\n\n1,2\n,,\n3,4", ",", true, 10)).toEqual([
    { line: 1, cells: ["a", "b"] },
    { line: 3, cells: ["1", "2"] },
    { line: 5, cells: ["3", "4"] },
  ]);
  expect(splitSample("a,b\n1,2\n3,4", ",", false, 10)).toHaveLength(2);
  expect(splitSample("a,b\n1,2\n3,4", ",", true, 2)).toHaveLength(2);
});
