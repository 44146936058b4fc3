import fc from "fast-check";
import { expect, it } from "vitest";
import { expectRecordingOrProblem } from "../testing.ts";
import { BITS, fixture, read, writeRecord } from "./testing.ts";

const TIMEOUT = { timeout: 60_000 };

const formats = Object.keys(BITS).map(Number);

it("a record of any form is read back, wherever the chunks end", TIMEOUT, async () => {
  const record = fc
    .record({ format: fc.constantFrom(...formats), frames: fc.integer({ min: 1, max: 40 }), samplesPerFrame: fc.integer({ min: 1, max: 3 }), signals: fc.integer({ min: 1, max: 4 }), byteOffset: fc.nat({ max: 5 }), chunkBytes: fc.integer({ min: 30, max: 200 }) })
    .chain((form) => {
      const half = 2 ** (BITS[form.format] - 1);
      const value = fc.integer({ min: 1 - half, max: half - 1 });
      const length = form.frames * form.samplesPerFrame;
      return fc.tuple(fc.constant(form), fc.array(fc.array(value, { minLength: length, maxLength: length }), { minLength: form.signals, maxLength: form.signals }));
    });
  await fc.assert(
    fc.asyncProperty(record, async ([{ format, samplesPerFrame, byteOffset, chunkBytes }, values]) => {
      const signals = values.map((each, i) => ({ name: `V${i + 1}`, values: each, samplesPerFrame }));
      const { leads, findings } = await read(writeRecord({ format, signals, byteOffset }), chunkBytes);
      expect(leads.map(({ samplesMv }) => samplesMv)).toEqual(values.map((each) => Float32Array.from(each, (sample) => sample / 200)));
      expect(findings).toEqual([]);
    }),
    { numRuns: 80 },
  );
});

it("a damaged header ends in a recording or a ProblemError", TIMEOUT, async () => {
  const text = await fixture("119-minute.hea").text();
  const files = [fixture("119-minute.dat"), fixture("119-minute.atr")];
  const wound = fc.record({ at: fc.nat({ max: text.length - 1 }), length: fc.nat({ max: 5 }), instead: fc.constantFrom("", " ", "\n", "0", "-", "9999999999", "x", "/", "(", "1e9", "NaN", ":7", "+3", "x2", "16", "\0", "é") });
  await fc.assert(
    fc.asyncProperty(fc.array(wound, { minLength: 1, maxLength: 3 }), async (wounds) => {
      const damaged = wounds.reduce((whole, { at, length, instead }) => whole.slice(0, at) + instead + whole.slice(at + length), text);
      await expectRecordingOrProblem(read([new File([damaged], "119-minute.hea"), ...files]));
    }),
    { numRuns: 100 },
  );
});

it("any bytes in all three files end in a recording or a ProblemError", TIMEOUT, async () => {
  const line = fc.tuple(fc.constantFrom(...formats), fc.constantFrom("200", "1e-9/V", "0", "-3(9007199254740991)/uV", "1(0)/NU")).map(([format, gain]) => `r.dat ${format} ${gain}`);
  const bytes = fc.uint8Array({ maxLength: 120 });
  await fc.assert(
    fc.asyncProperty(line, bytes, bytes, bytes, fc.boolean(), async (signal, header, dat, atr, hasHeader) => {
      const hea = hasHeader ? `r 1 100\n${signal}\n` : new Uint8Array(header);
      await expectRecordingOrProblem(read([new File([hea], "r.hea"), new File([new Uint8Array(dat)], "r.dat"), new File([new Uint8Array(atr)], "r.atr")], 50));
    }),
    { numRuns: 200 },
  );
});
