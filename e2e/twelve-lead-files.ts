import { readFileSync } from "node:fs";
import type { TestFile } from "./heart-rate-files.ts";

/** Record 338 of PTB-XL at 100 Hz (CC BY 4.0, see the README beside it): left bundle branch block, of a woman of 69. */
export const ptbXlRecord = (): TestFile[] =>
  ["hea", "dat"].map((extension) => ({
    name: `00338_lr.${extension}`,
    mimeType: "application/octet-stream",
    buffer: readFileSync(new URL(`../src/models/twelve-lead/fixtures/00338_lr.${extension}`, import.meta.url)),
  }));
