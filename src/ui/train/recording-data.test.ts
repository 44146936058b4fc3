import { describe, expect, it } from "vitest";
import { AAMI } from "../../ecg/beats/classes.ts";
import { UNLABELLED } from "../../ecg/table.ts";
import type { RecordingSource } from "../labelled-recordings/recording-source.ts";
import { gatherRecordings, whyNotRecordings } from "./recording-data.ts";
import { orderRecordingTraining } from "./training-order.ts";
import { meta } from "../../models/arrhythmia/meta.ts";

const [NORMAL, VENTRICULAR, PACED] = [1, 5, 12];
const lead = { name: "II", samplesMv: new Float32Array(4), unusable: [] };
let reads = 0;
const source = (name: string, codes: readonly number[], given: readonly (readonly [number, number])[] = []): RecordingSource => ({
  name, files: [{ name, bytes: 1, sha256: name, rows: 1 }], samplingRateHz: 100, found: Uint32Array.of(100, 200, 300), given: new Map(given),
  annotations: codes.length === 0 ? null : { sample: Uint32Array.from(codes, (_, beat) => 100 * (beat + 1)), code: Uint8Array.from(codes), subtype: new Int8Array(codes.length), text: new Map() },
  readLead: () => {
    reads++;
    return Promise.resolve(lead);
  },
});
const sources = [source("annotated", [NORMAL, VENTRICULAR], [[1, AAMI.F]]), source("relabelled", [], [[2, AAMI.S]]), source("bare", []), source("paced", [PACED])];

describe("recordings to learn from", () => {
  it("are those with a beat to learn from: the file's, corrected by the clinician's", () => {
    const gathered = gatherRecordings(sources, "file-and-clinician");
    expect(gathered.recordings.map(({ source: { name }, peaks }) => [name, [...peaks.beatClass]])).toEqual([["annotated", [AAMI.N, AAMI.F]], ["relabelled", [UNLABELLED, UNLABELLED, AAMI.S]]]);
    expect(gathered).toMatchObject({ rowsPerClass: { N: 1, S: 1, F: 1 }, unlabelled: 2, leftOut: ["bare", "paced"] });
  });

  it("teach by relabelled beats alone where only those are to count", () => {
    const gathered = gatherRecordings(sources, "clinician");
    expect(gathered.recordings.map(({ peaks }) => [...peaks.beatClass])).toEqual([[UNLABELLED, AAMI.F, UNLABELLED], [UNLABELLED, UNLABELLED, AAMI.S]]);
    expect(gathered).toMatchObject({ rowsPerClass: { S: 1, F: 1 }, unlabelled: 4, leftOut: ["bare", "paced"] });
  });

  it("must be as many as folds, and of two classes", () => {
    const of = (...names: RecordingSource[]) => whyNotRecordings(gatherRecordings(names, "file-and-clinician"), 2);
    expect(of()).toContain("No recording has labelled beats");
    expect(of(sources[0])).toContain("One recording has labelled beats; at least 2");
    expect(of(source("a", [NORMAL]), source("b", [NORMAL, PACED]))).toContain("one class");
    expect(of(...sources)).toBeNull();
  });

  it("are read when the run begins, a lead each", async () => {
    const order = await orderRecordingTraining({ model: meta, parameters: { seed: 3 }, start: { kind: "version", version: 1 }, gathered: gatherRecordings(sources, "file-and-clinician") });
    expect(order).toMatchObject({ modelId: "arrhythmia", about: { rows: 3, rowsPerClass: { N: 1, S: 1, F: 1 }, split: { by: "patient", training: 3 }, seed: 3, fileSha256: ["annotated", "relabelled"] } });
    expect(reads).toBe(0);
    expect(await order.data()).toMatchObject({ kind: "recordings", recordings: [{ name: "annotated", lead }, { name: "relabelled", lead }] });
    expect(reads).toBe(2);
  });
});
