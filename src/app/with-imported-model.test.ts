import { describe, expect, it, vi } from "vitest";
import type { ImportedModel } from "../db/records.ts";
import { ProblemError } from "../ecg/problem.ts";
import type { AnalysisService, DiagnoseOutcome, DiagnoseRequest } from "../worker/protocol.ts";
import { withImportedModel } from "./with-imported-model.ts";

const network = { fileName: "model.json", importedAt: "2026-11-21T08:00:00.000Z", topology: new Uint8Array(1), weights: new Uint8Array(1), sha256: "ab", parameterCount: 1, thresholds: [0, 0, 0, 0, 0] };
const request: DiagnoseRequest = { parameters: {}, input: { leads: [], samplingRateHz: 100, patient: { ageYears: null, sex: null, heightCm: null, weightKg: null } } };

async function ask(importedModel: () => Promise<ImportedModel | undefined>): Promise<{ readonly outcome: DiagnoseOutcome; readonly asked: unknown[] }> {
  const diagnose = vi.fn(() => Promise.resolve({ kind: "cancelled" } as const));
  const analysis = withImportedModel({ diagnose } as unknown as AnalysisService, { importedModel });
  const outcome = await analysis.diagnose(request, () => undefined, new AbortController().signal);
  return { outcome, asked: diagnose.mock.calls.map(([given]: unknown[]) => given) };
}

describe("a diagnosis", () => {
  it("is asked of the shipped model where none was imported, or it is not in use", async () => {
    expect((await ask(() => Promise.resolve(undefined))).asked).toEqual([request]);
    expect((await ask(() => Promise.resolve({ modelId: "twelve-lead", isInUse: false, network }))).asked).toEqual([request]);
  });

  it("is asked of the imported one where it is in use", async () =>
    expect((await ask(() => Promise.resolve({ modelId: "twelve-lead", isInUse: true, network }))).asked).toEqual([{ ...request, network }]));

  it("fails where the store cannot say, but not where there is no store", async () => {
    const failing = (code: string) => () => Promise.reject(new ProblemError(code, "it cannot be read", "Try again"));
    expect(await ask(failing("store-failed"))).toMatchObject({ outcome: { kind: "failed", problem: { code: "store-failed" } }, asked: [] });
    expect((await ask(failing("store-missing"))).asked).toEqual([request]);
  });
});
