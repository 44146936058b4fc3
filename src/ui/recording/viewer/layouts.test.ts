import { describe, expect, it } from "vitest";
import { firstLayout, firstLeads, hasTwelveLeads, layoutRows, layoutsFor } from "./layouts.ts";

const names = ["V1", "V2", "V3", "V4", "V5", "V6", "I", "II", "III", "aVR", "aVL", "aVF"];
const named = (rows: ReturnType<typeof layoutRows>) => rows.map((row) => row.map(({ lead }) => names[lead]));

describe("layoutRows", () => {
  it("lays out 3 × 4 with a rhythm strip as an electrocardiograph does, whatever the file's order", () => {
    expect(named(layoutRows("3x4+rhythm", names, []))).toEqual([
      ["I", "aVR", "V1", "V4"],
      ["II", "aVL", "V2", "V5"],
      ["III", "aVF", "V3", "V6"],
      ["II"],
    ]);
  });

  it("lays out 6 × 2 and 12 × 1", () => {
    expect(named(layoutRows("6x2", names, []))[5]).toEqual(["aVF", "V6"]);
    expect(named(layoutRows("12x1", names, [])).flat()).toEqual([...names.slice(6), ...names.slice(0, 6)]);
  });

  it("fills each row from edge to edge, time running on", () => {
    for (const layout of layoutsFor(names)) {
      for (const row of layoutRows(layout, names, [3, 1])) {
        expect(row[0].fromShare).toBe(0);
        expect(row.at(-1)?.toShare).toBe(1);
        row.forEach(({ fromShare }, at) => expect(at === 0 || fromShare === row[at - 1].toShare).toBe(true));
      }
    }
  });

  it("stacks the leads chosen, also where a sheet of twelve was asked of fewer", () => {
    expect(layoutRows("stacked", names, [7, 0]).map((row) => row[0].lead)).toEqual([7, 0]);
    expect(layoutRows("6x2", ["MLII", "V1"], [1]).map((row) => row[0].lead)).toEqual([1]);
    expect(hasTwelveLeads(["MLII", "V1"])).toBe(false);
    expect(layoutsFor(["MLII", "V1"])).toEqual(["stacked"]);
  });
});

it("begins with a sheet of twelve, else with few leads and always the one that beats were found in", () => {
  expect(firstLayout(names, 10)).toBe("3x4+rhythm");
  expect(firstLayout(names, 3600)).toBe("stacked");
  expect(firstLayout(["MLII"], 10)).toBe("stacked");
  expect(firstLeads(2, 1)).toEqual([0, 1]);
  expect(firstLeads(12, 7)).toEqual([0, 1, 7]);
});
