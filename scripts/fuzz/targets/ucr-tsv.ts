import { readFileSync } from "node:fs";
import { defineTarget } from "../fuzz-target.ts";
import { fileOf, fileTarget } from "../file-target.ts";
import { mutateText } from "../mutate/mutate-text.ts";
import { arbitraryTables } from "./arbitrary-tables.ts";
import { openBeats } from "./open-beats.ts";

const sample = readFileSync(new URL("../../../src/ecg/reading/beats/fixtures/ecg5000.tsv", import.meta.url), "utf8").trimEnd().split("\n");
const shorter = (line: string) => line.split("\t").slice(0, 61).join("\t");

export const ucrTarget = defineTarget(
  fileTarget({
    name: "ucr-tsv",
    corpus: () => [sample.slice(0, 3), sample.slice(3, 5), sample.slice(0, 4).map(shorter)].map((lines) => [fileOf("ECG5000_TEST.tsv", `${lines.join("\n")}\n`)]),
    mutateFile: ({ bytes }, random) => mutateText(bytes, random),
    generated: arbitraryTables(["ECG5000_TRAIN.tsv"], [sample[0], sample[1], shorter(sample[2]), "1", "5", "1.0000000e+00"]),
    read: openBeats,
  }),
);
