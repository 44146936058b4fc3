import { defineTarget } from "../fuzz-target.ts";
import { fileOf, fileTarget } from "../file-target.ts";
import { mutateText } from "../mutate/mutate-text.ts";
import { arbitraryTables } from "./arbitrary-tables.ts";
import { openBeats } from "./open-beats.ts";

const attributes = (count: number) => Array.from({ length: count }, (_, i) => `@attribute att${i} numeric`);
const beat = (length: number, phase: number) => Array.from({ length }, (_, i) => Math.cos((i + phase) / 7).toFixed(4)).join(",");

const CORPUS = [
  ["% ECG5000", "@relation 'ECG 5000'", ...attributes(140), "@attribute target {1,2,3,4,5}", "", "@data", ...[1, 2, 5].map((own) => `${beat(140, own)},${own}`)],
  ["@RELATION beats", '@ATTRIBUTE "class" {N, V}', ...attributes(60), "@DATA", "% first", `N,${beat(60, 0)}`, `V,${beat(60, 1)}`],
  ["@relation x", ...attributes(33), "@data", beat(33, 0), beat(33, 2)],
  ["@relation sparse", ...attributes(33), "@attribute c {0,1}", "@data", "{0 1.5, 33 1}"],
];

export const arffTarget = defineTarget(
  fileTarget({
    name: "arff",
    corpus: () => CORPUS.map((lines) => [fileOf("ECG5000_TEST.arff", `${lines.join("\n")}\n`)]),
    mutateFile: ({ bytes }, random) => mutateText(bytes, random),
    generated: arbitraryTables(["a.arff"], ["@relation x\n", "@attribute a numeric\n", "@attribute 'a b' {1,2}\n", "@data\n", "@DATA", beat(33, 0), "%", "{0 1}", "?"]),
    read: openBeats,
  }),
);
