import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytesOfSamples, samplesInBytes, SIGNAL_FORMATS } from "./signal-formats.ts";
import { BITS, encodeSamples } from "./testing.ts";

function unpack(format: number, bytes: Uint8Array, count: number): number[] {
  const signalFormat = SIGNAL_FORMATS.get(format);
  if (!signalFormat) throw new Error(`No format ${format}.`);
  const groups = Math.ceil(count / signalFormat.groupSamples);
  const padded = new Uint8Array(groups * signalFormat.groupBytes);
  padded.set(bytes);
  const samples = new Int32Array(groups * signalFormat.groupSamples);
  signalFormat.unpack(padded, groups, samples);
  return [...samples.subarray(0, count)];
}

describe("bytes as signal(5) describes them", () => {
  it.each([
    [16, [0x01, 0x02, 0xff, 0xff], [0x0201, -1]],
    [61, [0x01, 0x02, 0xff, 0xff], [0x0102, -1]],
    [24, [0x01, 0x02, 0x03, 0xff, 0xff, 0xff], [0x030201, -1]],
    [32, [0x01, 0x02, 0x03, 0x04, 0xfe, 0xff, 0xff, 0xff], [0x04030201, -2]],
    [80, [0x00, 0x80, 0xff], [-128, 0, 127]],
    [160, [0x00, 0x80, 0x01, 0x00], [0, -0x7fff]],
    // The first four bytes of MIT-BIH record 100 with both of its signals: 995 and 1011.
    [212, [0xe3, 0x33, 0xf3], [995, 1011]],
    [212, [0xff, 0x8f, 0x00], [-1, -2048]],
    [310, [0b0000_0110, 0b1111_1000, 0b0000_0000, 0b0000_1000], [3, 0, 0b0000_111111]],
    [311, [0b0000_0001, 0b0000_1000, 0b0011_0000, 0b0000_0000], [1, 2, 3]],
  ])("format %i: %j is %j", (format, bytes, samples) => {
    expect(unpack(format, Uint8Array.from(bytes), samples.length)).toEqual(samples);
  });
});

describe.each([...SIGNAL_FORMATS])("format %i", (format, signalFormat) => {
  const half = 2 ** (BITS[format] - 1);
  const samples = fc.array(fc.integer({ min: -half, max: half - 1 }), { minLength: 1, maxLength: 20 });

  it("gives back what an encoder wrote", () => {
    fc.assert(fc.property(samples, (values) => {
      expect(unpack(format, encodeSamples(format, values), values.length)).toEqual(values);
    }));
  });

  it("takes as many bytes as an encoder writes, and not one less", () => {
    fc.assert(
      fc.property(samples, (values) => {
        const bytes = encodeSamples(format, values).length;
        expect(bytesOfSamples(signalFormat, values.length)).toBe(bytes);
        expect(samplesInBytes(signalFormat, bytes)).toBeGreaterThanOrEqual(values.length);
        expect(samplesInBytes(signalFormat, bytes - 1)).toBeLessThan(values.length);
      }),
    );
  });

  it("has the lowest value stand for a missing sample", () => expect(signalFormat.missing).toBe(-half));
});
