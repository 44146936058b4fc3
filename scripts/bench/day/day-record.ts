import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { wfdbRecord } from "../../../src/ecg/export/wfdb-record.ts";
import { seededRandom } from "../../../src/ecg/numeric/random.ts";
import { resample } from "../../../src/ecg/signal/resample.ts";
import { readWfdbRecord } from "../../lib/read-wfdb.ts";

export const DAY = { hours: 24, samplingRateHz: 250, leads: [{ name: "MLII", gain: 1 }, { name: "V1", gain: 0.7 }, { name: "V5", gain: -0.5 }] } as const;

const NOISE_MV = 0.005;
const NOISE_SAMPLES = 1 << 20;
const control = { signal: new AbortController().signal, onProgress: () => undefined };

/** Writes a WFDB record of a day: the shipped sample again and again, with noise, in three leads. The paths of its files. */
export async function writeDay(folder: string): Promise<string[]> {
  const { leads: [{ samplesMv }], samplingRateHz } = await readWfdbRecord("public/samples", "recording", control);
  const part = resample(samplesMv, { samplingRateHz, targetRateHz: DAY.samplingRateHz });
  const random = seededRandom(1);
  const noise = Float32Array.from({ length: NOISE_SAMPLES }, () => NOISE_MV * random.normal());
  const sampleCount = DAY.hours * 3600 * DAY.samplingRateHz;
  const leads = DAY.leads.map(({ name, gain }, lead) => ({
    name,
    samplesMv: Float32Array.from({ length: sampleCount }, (_, i) => gain * part[i % part.length] + noise[(i + lead * 1000) % noise.length]),
    unusable: [],
  }));
  const patient = { id: null, ageYears: null, sex: null, heightCm: null, weightKg: null };
  const { header, signals } = await wfdbRecord({ leads, samplingRateHz: DAY.samplingRateHz, sampleCount, startTime: null, patient }, "day", control);
  const files = [["day.hea", header], ["day.dat", signals]] as const;
  for (const [name, content] of files) await writeFile(join(folder, name), content);
  return files.map(([name]) => join(folder, name));
}
