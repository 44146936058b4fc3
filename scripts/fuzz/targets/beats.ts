import { readFileSync } from "node:fs";
import { defineTarget } from "../fuzz-target.ts";
import { fileOf, fileTarget } from "../file-target.ts";
import { mutateText } from "../mutate/mutate-text.ts";
import { arbitraryTables } from "./arbitrary-tables.ts";
import { openBeats } from "./open-beats.ts";

const sample = readFileSync(new URL("../../../src/ecg/reading/beats/fixtures/heartbeats.csv", import.meta.url), "utf8").split("\n");
const beat = (length: number, phase: number) => Array.from({ length }, (_, i) => Math.sin((i + phase) / 9).toFixed(3));

const CORPUS = [
  sample.slice(0, 3).join("\n"),
  Array.from({ length: 4 }, (_, i) => [...beat(187, i), i % 5].join(",")).join("\n"),
  Array.from({ length: 4 }, (_, i) => [i, ...beat(50, i)].join(";")).join("\r\n"),
  [Array.from({ length: 41 }, (_, i) => i).join(","), ...Array.from({ length: 3 }, (_, i) => [...beat(40, i), 1].join(","))].join("\n"),
  Array.from({ length: 3 }, (_, i) => beat(140, i).join("\t")).join("\n"),
];

export const beatsTarget = defineTarget(
  fileTarget({
    name: "beats",
    corpus: () => CORPUS.map((text) => [fileOf("beats.csv", text)]),
    mutateFile: ({ bytes }, random) => mutateText(bytes, random),
    generated: arbitraryTables(["beats.csv", "b.tsv"], [beat(33, 0).join(","), beat(187, 1).join(","), "class", "label", "0", "1", "2", "N", "V", ""]),
    read: openBeats,
  }),
);
