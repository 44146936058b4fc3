import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ProblemError } from "../../../problem.ts";
import { expectSound } from "../testing.ts";
import { ecgMv, read, readRecording, type Content } from "./testing.ts";

const style = fc.record({
  separator: fc.constantFrom(",", ";", "\t"),
  decimalComma: fc.boolean(),
  lineEnd: fc.constantFrom("\n", "\r\n", "\r"),
  rateHz: fc.constantFrom(125, 250, 360, 512),
  time: fc.constantFrom("none", "s", "ms", "count"),
  unit: fc.constantFrom("mV", "uV"),
  leads: fc.integer({ min: 1, max: 3 }),
  count: fc.integer({ min: 30, max: 200 }),
  endsInLineEnd: fc.boolean(),
});
type Style = typeof style extends fc.Arbitrary<infer S> ? S : never;

const LEADS = ["II", "V1", "V5"];

/** Samples in whole µV, each lead on its own. */
function samplesUv({ leads, count, rateHz }: Style): number[][] {
  return LEADS.slice(0, leads).map((_, lead) => ecgMv(count, rateHz, 1000 / (lead + 1)).map((uv) => Math.round(uv) || 0));
}

function write(chosen: Style, uv: readonly (readonly number[])[]): string {
  const { rateHz, time, unit, count, lineEnd } = chosen;
  const separator = chosen.decimalComma && chosen.separator === "," ? ";" : chosen.separator;
  const number = (text: string) => (chosen.decimalComma ? text.replace(".", ",") : text);
  const times = (i: number) => (time === "none" ? [] : [time === "count" ? String(i) : number(((i / rateHz) * (time === "ms" ? 1000 : 1)).toFixed(6))]);
  const rows = Array.from({ length: count }, (_, i) => [...times(i), ...uv.map((lead) => number(unit === "mV" ? (lead[i] / 1000).toFixed(3) : String(lead[i])))]);
  const names = [...(time === "none" ? [] : [time === "count" ? "sample" : `time [${time}]`]), ...uv.map((_, lead) => `${LEADS[lead]} [${unit}]`)];
  const notes = time === "none" || time === "count" ? [`Sampling rate: ${rateHz} Hz`] : [];
  return [...notes, ...[names, ...rows].map((cells) => cells.join(separator))].join(lineEnd) + (chosen.endsInLineEnd ? lineEnd : "");
}

async function outcomeOf(content: Content, chunkBytes?: number): Promise<Awaited<ReturnType<typeof read>> | { readonly kind: "problem"; readonly code: string; readonly sentence: string }> {
  try {
    return await read(content, chunkBytes === undefined ? {} : { chunkBytes });
  } catch (cause) {
    if (cause instanceof ProblemError) return { kind: "problem", code: cause.code, sentence: cause.sentence };
    throw cause;
  }
}

function expectSoundOutcome(outcome: Awaited<ReturnType<typeof outcomeOf>>): void {
  if (outcome.kind === "recording") expectSound(outcome.recording);
}

/** A busy machine may take several times as long. */
const TIMEOUT = { timeout: 60_000 };

describe("a recording written in any form", () => {
  it("is read back, wherever the chunks end", TIMEOUT, async () => {
    await fc.assert(
      fc.asyncProperty(style, fc.integer({ min: 20, max: 900 }), async (chosen, chunkBytes) => {
        const uv = samplesUv(chosen);
        const text = write(chosen, uv);
        const recording = await readRecording(text, { chunkBytes });
        expect(recording).toMatchObject({ samplingRateHz: chosen.rateHz, sampleCount: chosen.count });
        expect(recording.timing.gaps).toEqual([]);
        recording.leads.forEach(({ name, samplesMv }, lead) => {
          expect(name).toBe(LEADS[lead]);
          expect([...samplesMv].map((mv) => Math.round(1000 * mv) || 0)).toEqual(uv[lead]);
        });
        expect(await readRecording(text)).toEqual(recording);
      }),
      { numRuns: 60 },
    );
  });
});

describe("whatever the bytes are", () => {
  const pieces = ["", ",", ";", "\n", "\r", "\n\n", '"', "'", "NaN", "e", "-", ".", "9", "x", "\0", "é", "µV", "Hz", "1e400", "1e300", "-265,868", " ", "0:00.000", "2024-01-01T00:00:00", "99999999999999999999"];
  const damage = fc.array(fc.record({ at: fc.double({ min: 0, max: 0.9999, noNaN: true }), length: fc.nat({ max: 12 }), text: fc.constantFrom(...pieces) }), { minLength: 1, maxLength: 4 });

  it("a damaged recording ends in a recording, a question or a ProblemError, the same for all chunks", TIMEOUT, async () => {
    await fc.assert(
      fc.asyncProperty(style, damage, fc.integer({ min: 50, max: 900 }), async (chosen, wounds, chunkBytes) => {
        const text = wounds.reduce((whole, { at, length, text: instead }) => {
          const from = Math.floor(at * whole.length);
          return whole.slice(0, from) + instead + whole.slice(from + length);
        }, write(chosen, samplesUv(chosen)));
        const outcome = await outcomeOf(text);
        expectSoundOutcome(outcome);
        expect(await outcomeOf(text, chunkBytes)).toEqual(outcome);
      }),
      { numRuns: 120 },
    );
  });

  it("random texts of what recordings are made of", TIMEOUT, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(fc.constantFrom(...pieces, "time", "ecg [mV]", "'MLII'", "Sample Rate,512 hertz"), fc.integer().map(String), fc.double().map(String)), { maxLength: 80 }), fc.constantFrom("", ",", "\n"), async (words, joint) => {
        expectSoundOutcome(await outcomeOf(words.join(joint)));
      }),
      { numRuns: 300 },
    );
  });

  it("random bytes", TIMEOUT, async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expectSoundOutcome(await outcomeOf(new Uint8Array(bytes)));
      }),
      { numRuns: 200 },
    );
  });
});
