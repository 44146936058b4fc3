/** Heart-rate files as users have them, made from one short real recording: patient 100 of the sample (MIT-BIH, ODC-By 1.0). */
import { readFileSync } from "node:fs";

export interface TestFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export interface Beat {
  readonly timeS: number;
  readonly rate: number;
  readonly label: 0 | 1;
}

const sampleUrl = new URL("../public/samples/heart-rate.csv", import.meta.url);

/** The first `count` beats of patient 100: its 8th premature beat lies within 600. */
export function realBeats(count: number): Beat[] {
  return readFileSync(sampleUrl, "utf8")
    .split("\n")
    .slice(1)
    .map((line) => line.split(","))
    .filter(([, patient]) => patient === "100")
    .slice(0, count)
    .map(([time, , rate, label]) => ({ timeS: Number(time), rate: Number(rate), label: label === "1" ? 1 : 0 }));
}

export const textFile = (name: string, content: string | Buffer): TestFile => ({ name, mimeType: "text/csv", buffer: Buffer.from(content) });

export const lines = (...rows: readonly string[]): string => `${rows.join("\n")}\n`;

export const clock = (timeS: number): string => {
  const ms = Math.round(timeS * 1000);
  const two = (n: number) => String(Math.floor(n)).padStart(2, "0");
  return `${Math.floor(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}.${String(ms % 1000).padStart(3, "0")}`;
};

/** A large plain file: the sample repeated under new patient ids until it has at least `rows` rows. */
export function largeFile(rows: number): TestFile {
  const body = readFileSync(sampleUrl, "utf8").trimEnd().split("\n").slice(1);
  const parts = ["timestamp,patient_id,heart_rate,label\n"];
  for (let copy = 0, written = 0; written < rows; copy++, written += body.length) {
    parts.push(`${body.map((line) => line.replace(/,(\d+),/, `,$1-${copy},`)).join("\n")}\n`);
  }
  return textFile("large.csv", parts.join(""));
}
