import { readFileSync } from "node:fs";
import { openFiles } from "../../../src/ecg/reading/open-files.ts";
import { defineTarget } from "../fuzz-target.ts";
import { fileOf, fileTarget, quietControl } from "../file-target.ts";
import { mutateText } from "../mutate/mutate-text.ts";
import { arbitraryTables } from "./arbitrary-tables.ts";

const sample = readFileSync(new URL("../../../public/samples/heart-rate.csv", import.meta.url), "utf8");
const rows = (count: number, of: (i: number) => string) => Array.from({ length: count }, (_, i) => of(i)).join("\n");

const CORPUS = [
  sample.split("\n").slice(0, 12).join("\n"),
  `timestamp,patient_id,heart_rate,label\n${rows(8, (i) => `${i * 0.8},10${i % 2},${70 + i},${i % 2}`)}\n`,
  `t;id;rr (ms)\n${rows(8, (i) => `0:00:0${i};A;${800 + i},5`)}\n`,
  `Name: Doe, Jane\nDevice;X\ntime,patient,hr,note\n${rows(6, (i) => `2024-03-01 23:59:5${i},"Doe, J",7${i}.5,"two\nlines"`)}\n`,
  `# exported\n# time,hr\n${rows(6, (i) => `${i} 7${i}`)}\n`,
  `time\thr\ns\tbpm\n${rows(6, (i) => `${i}\t${i === 3 ? "NA" : 70}`)}\n`,
  `,cycle_id,timestamp,time_gap,heart_rate,patient_id,hr_diff,hr_diff_4,peak_label,label\n${rows(6, (i) => `${i},5,${i},1,0.5,101,0.1,0.1,0,0`)}\n`,
  `ts,bpm\n${rows(6, (i) => `17100000${i}0000,${60 + i}`)}\n`,
];

export const heartRateTarget = defineTarget(
  fileTarget({
    name: "heart-rate",
    corpus: () => CORPUS.map((text) => [fileOf("heart.csv", text)]),
    mutateFile: ({ bytes }, random) => mutateText(bytes, random),
    generated: arbitraryTables(["heart.csv", "b.txt", "c"], ["t", "time", "timestamp", "hr", "heart_rate", "rr (ms)", "rr", "patient", "id", "label", "ecg", "cycle_id", "hr_diff", "peak_label", "note", "__proto__", "0:00:01", "2024-02-29", "bpm", "s"]),
    async read(files) {
      const opened = await openFiles(files, null, quietControl);
      if (opened.kind !== "table" || opened.table.kind !== "heart-rate") return opened.kind;
      for (const { patientId, timeS, rateBpm } of opened.table.patients) {
        if (!rateBpm.every(Number.isFinite) || !timeS.every((time, row) => Number.isFinite(time) && (row === 0 || time >= timeS[row - 1]))) throw new Error(`The series of ${patientId} is not sound.`);
      }
      return "table";
    },
  }),
);
