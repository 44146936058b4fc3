import fc from "fast-check";
import type { RunWithEpochs } from "./run-with-epochs.ts";
import type { TrainingRun } from "./training-run.ts";

/** A run that has ended, for tests. */
export function sampleRun(change: Partial<TrainingRun> = {}): TrainingRun {
  return {
    id: "0b7e1c52-64a1-4a7e-9d0c-0d6f3f1b2a10",
    name: "First try",
    modelId: "beat-cnn",
    state: { kind: "finished", endedAt: "2026-11-21T10:05:00.000Z" },
    startedAt: "2026-11-21T10:00:00.000Z",
    parameters: { epochs: 5, learningRate: 0.002, resampling: "none" },
    data: { name: "beats.csv", sha256: "ab".repeat(32), rows: 100, rowsPerClass: { N: 90, V: 10 }, split: { by: "row", training: 95, validation: 5 }, seed: 1 },
    start: { kind: "scratch" },
    origin: "app",
    backend: "WASM (SIMD)",
    appVersion: "0.1.0",
    durationMs: 300_000,
    metrics: { "validation loss": 0.21, "best epoch": 4 },
    tags: {},
    note: "",
    artifact: { version: 2, sha256: "cd".repeat(32), bytes: 230_000 },
    ...change,
  };
}

const text = fc.string({ unit: "grapheme", maxLength: 24 });
const name = fc.oneof(text, fc.constantFrom("validation loss", "final", "final/loss", "loss", "loss/beat", "a//b", "../x", ".", "_x002F_", "_x_", "mlflow.user", "isoline.id", "Größe µV", "CON ", "no", "1e5"))
  // An object takes these keys for its own.
  .filter((key) => !(key in {}));
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value));
const time = fc.integer({ min: 0, max: 4e12 }).map((ms) => new Date(ms).toISOString());
const hex = (length: number) => fc.string({ unit: fc.constantFrom("0", "1", "5", "9", "a", "c", "f"), minLength: length, maxLength: length });

/** Any runs that have ended, with other ids each. */
export const anyRuns: fc.Arbitrary<RunWithEpochs[]> = fc.uniqueArray(
  fc
    .record({
      run: fc.record<TrainingRun>({
        id: fc.oneof(fc.uuid(), hex(32)),
        name: text,
        modelId: fc.constantFrom("beat-cnn", "boosted-trees", "No experiment"),
        state: fc.oneof(
          fc.record({ kind: fc.constantFrom("finished" as const, "stopped" as const), endedAt: time }),
          fc.record({ kind: fc.constant("failed" as const), endedAt: time, sentence: text }),
        ),
        startedAt: time,
        parameters: fc.dictionary(name, fc.oneof(number, text, fc.constantFrom("1", "1e-05", ".5"))),
        data: fc.record({
          name: text, sha256: fc.oneof(hex(64), fc.constant("")), rows: fc.nat(), rowsPerClass: fc.dictionary(name, fc.nat()),
          split: fc.record({ by: fc.constantFrom("patient" as const, "row" as const), training: fc.nat(), validation: fc.nat() }), seed: fc.nat(),
        }),
        start: fc.oneof(fc.constant({ kind: "scratch" as const }), fc.record({ kind: fc.constant("version" as const), version: fc.nat() })),
        origin: fc.constantFrom("app" as const, "command" as const),
        backend: text,
        appVersion: text,
        durationMs: fc.double({ min: 0, max: 1e9, noNaN: true }).map((value) => value + 0),
        metrics: fc.dictionary(name, number),
        tags: fc.dictionary(name, text),
        note: text,
        artifact: fc.option(fc.record({ version: fc.option(fc.nat()), sha256: hex(64), bytes: fc.nat() })),
      }),
      epochs: fc.array(fc.record({ at: time, metrics: fc.dictionary(name, number, { minKeys: 1 }) }), { maxLength: 4 }),
    })
    .map(({ run, epochs }) => ({ run, epochs: epochs.map((epoch, index) => ({ runId: run.id, epoch: index + 1, ...epoch })) })),
  { selector: ({ run }) => run.id.replaceAll("-", ""), maxLength: 4, minLength: 1 },
);
