import { readFileSync } from "node:fs";
import type { TestFile } from "./heart-rate-files.ts";

const fixture = (folder: string, name: string): TestFile => ({ name, mimeType: "application/octet-stream", buffer: readFileSync(new URL(`../src/${folder}/fixtures/${name}`, import.meta.url)) });

/** Record 338 of PTB-XL at 100 Hz (CC BY 4.0, see the README beside it): left bundle branch block, of a woman of 69. */
export const ptbXlRecord = (): TestFile[] => ["00338_lr.hea", "00338_lr.dat"].map((name) => fixture("models/twelve-lead", name));

/** What PTB-XL's tables say of it. */
export const ptbXlTables = (): TestFile[] => ["ptbxl_database.csv", "scp_statements.csv"].map((name) => fixture("ecg/reading/recording/wfdb", name));

/** The shipped network without the trees that answer beside it, as files that a user might bring. */
export const networkFiles = (): TestFile[] => ["model.json", "weights.bin"].map((name) => ({ name, mimeType: "application/octet-stream", buffer: readFileSync(new URL(`../public/models/twelve-lead/${name}`, import.meta.url)) }));
