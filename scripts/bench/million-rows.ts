import { createReadStream, createWriteStream } from "node:fs";
import { once } from "node:events";
import { createInterface } from "node:readline";

/**
 * Writes a heart-rate CSV of `rows` rows by repeating `source` (timestamp,patient_id,heart_rate,label), each time under
 * new patient ids. Returns the bytes written.
 */
export async function writeRepeated(source: string, target: string, rows: number): Promise<number> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: createReadStream(source) })) if (line !== "") lines.push(line);
  const [header, ...data] = lines;
  const out = createWriteStream(target);
  out.write(`${header}\n`);
  for (let written = 0; written < rows; written += data.length) {
    const round = 1 + written / data.length;
    const block = data.slice(0, rows - written).map((line) => line.replace(",", `,${round}`));
    if (!out.write(`${block.join("\n")}\n`)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
  return out.bytesWritten;
}
