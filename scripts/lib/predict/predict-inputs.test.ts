import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { predictInputs, shardOf } from "./predict-inputs.ts";

describe("the inputs of a prediction", () => {
  let folder: string;
  const at = (...names: string[]) => names.map((name) => join(folder, name));

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "predict-inputs-"));
    for (const name of ["100.hea", "100.dat", "100.atr", "1001.hea", "b.csv", "a.csv"]) await writeFile(join(folder, name), "");
    await mkdir(join(folder, "other"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("are one for each file, in the order of their paths whatever the order they are named in", async () => {
    expect((await predictInputs(at("b.csv", "a.csv"))).map(({ name }) => name)).toEqual(["a.csv", "b.csv"]);
  });

  it("are one for each WFDB record, by whichever of its files it is named, and hold no other record's files", async () => {
    for (const named of [["100.hea"], ["100.dat"], ["100.atr", "100.hea", "100.dat"]]) {
      const [input, ...others] = await predictInputs(at(...named));
      expect(input.name).toBe("100");
      expect(input.paths).toEqual(at("100.atr", "100.dat", "100.hea"));
      expect(others).toEqual([]);
    }
  });

  it("must not have answers of one name", async () => {
    await expect(predictInputs(at("a.csv", join("other", "a.csv")))).rejects.toMatchObject({ code: "same-name" });
    expect(await predictInputs(at("a.csv", "a.csv"))).toHaveLength(1);
  });

  it("are dealt to shards, each to one", async () => {
    const inputs = await predictInputs(at("b.csv", "a.csv", "100.hea", "1001.hea"));
    const shards = [0, 1, 2].map((index) => shardOf(inputs, { index, of: 3 }));
    expect(shards.map((shard) => shard.length)).toEqual([2, 1, 1]);
    expect(shards.flat().map(({ name }) => name).sort()).toEqual(inputs.map(({ name }) => name).sort());
  });
});
