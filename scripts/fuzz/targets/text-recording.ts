import { readFileSync } from "node:fs";
import { readRecordingFiles } from "../../../src/ecg/reading/recording/read-recording.ts";
import { defineTarget } from "../fuzz-target.ts";
import { fileOf, fileTarget, quietControl } from "../file-target.ts";
import { mutateText } from "../mutate/mutate-text.ts";
import { requireSoundRecording } from "../sound-recording.ts";
import { arbitraryTables } from "./arbitrary-tables.ts";

const fixture = (name: string, lines: number) => readFileSync(new URL(`../../../src/ecg/reading/recording/text/fixtures/${name}`, import.meta.url), "utf8").split("\n").slice(0, lines).join("\n");
const wave = (i: number) => Math.round(900 * Math.sin(i / 5));
const rows = (count: number, of: (i: number) => string) => Array.from({ length: count }, (_, i) => of(i)).join("\n");

const CORPUS = [
  fixture("physionet-mv.csv", 40),
  fixture("physionet-adc.csv", 40),
  fixture("twelve-leads.csv", 30),
  `Name,Test Patient\nDate of Birth,"1 Jan 1990"\nRecorded Date,2024-01-01 10:00:00 +0000\nSample Rate,512 hertz\nLead,Lead I\nUnit,µV\n\n${rows(60, (i) => String(wave(i)))}\n`,
  `time;I;II\n${rows(40, (i) => `${(i / 250).toFixed(3).replace(".", ",")};${wave(i)};${wave(i + 3)}`)}\n`,
  `Date Time,ECG (mV)\n${rows(40, (i) => `2024-03-01 10:00:00.${String(4 * i).padStart(3, "0")},${wave(i) / 1000}`)}\n`,
  `sample,MLII,V5\n${rows(40, (i) => `${i},${1024 + wave(i)},${i % 9 === 0 ? "" : wave(i)}`)}\n`,
];

export const textRecordingTarget = defineTarget(
  fileTarget({
    name: "text-recording",
    corpus: () => CORPUS.map((text) => [fileOf("ecg.csv", text)]),
    mutateFile: ({ bytes }, random) => mutateText(bytes, random),
    generated: arbitraryTables(["ecg.csv", "ecg.txt"], ["time", "time (s)", "'Elapsed time'", "'seconds'", "I", "II", "V1", "MLII", "ECG (mV)", "Sample Rate,500", "Unit,mV", "mV", "0:00:00.004", "0.004", "2024-03-01 10:00:00.004", "1023"]),
    async read(files) {
      const outcome = await readRecordingFiles(files, null, quietControl);
      if (outcome.kind === "recording") requireSoundRecording(outcome.recording);
      else if (files.length === 1) {
        // The guess is what most people will confirm.
        const answered = await readRecordingFiles(files, outcome.question.guess, quietControl);
        if (answered.kind === "recording") requireSoundRecording(answered.recording);
      }
      return outcome.kind;
    },
  }),
);
