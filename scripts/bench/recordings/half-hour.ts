import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const SAMPLE = "public/samples/recording";
/** The sample lasts ten minutes. */
const REPEATS = 3;
export const RECORD = "half-hour";

/** Writes the shipped sample three times over as one WFDB record of half an hour; its samples fill whole bytes of format 212. */
export async function writeHalfHour(folder: string): Promise<void> {
  const header = await readFile(`${SAMPLE}.hea`, "latin1");
  const signal = await readFile(`${SAMPLE}.dat`);
  const [recordLine, signalLine] = header.split("\n");
  const [, leads, rate, samples] = recordLine.split(" ");
  const fields = signalLine.split(" ");
  // Initial value and checksum would no longer be those of the signal, so they are left out with what follows.
  const description = fields.slice(1, 5).join(" ");
  await writeFile(join(folder, `${RECORD}.hea`), `${RECORD} ${leads} ${rate} ${REPEATS * Number(samples)}\n${RECORD}.dat ${description}\n`);
  await writeFile(join(folder, `${RECORD}.dat`), Buffer.concat(Array.from({ length: REPEATS }, () => signal)));
}
