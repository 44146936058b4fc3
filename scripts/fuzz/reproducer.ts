import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { EndedCase } from "./case-process.ts";
import type { FuzzCase } from "./fuzz-target.ts";
import { TARGETS } from "./targets.ts";

/** Keeps the inputs of cases that fail, below a folder. */
export class Reproducers {
  readonly #folder: string;
  readonly #seed: number;
  readonly #cases = new Map<string, Promise<(index: number) => FuzzCase>>();

  constructor(folder: string, seed: number) {
    this.#folder = folder;
    this.#seed = seed;
  }

  /** Gives the folder of its own. */
  async write(target: string, { index, end, cpuS }: EndedCase): Promise<string> {
    const caseOf = this.#cases.get(target) ?? TARGETS[target].load().then((source) => source.prepare(this.#seed));
    this.#cases.set(target, caseOf);
    const { files } = (await caseOf)(index);
    const own = join(this.#folder, `${target}-${this.#seed}-${index}`);
    mkdirSync(own, { recursive: true });
    files.forEach(({ name, bytes }, i) => writeFileSync(join(own, `${i}-${name.replace(/[^\w.-]/g, "_").slice(-60) || "unnamed"}`), bytes));
    const facts = { target, seed: this.#seed, index, end, cpuS, names: files.map(({ name }) => name), again: `npm run fuzz -- --target ${target} --seed ${this.#seed} --case ${index}` };
    writeFileSync(join(own, "case.json"), `${JSON.stringify(facts, null, 2)}\n`);
    return own;
  }
}
