import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../numeric/random.ts";
import { BEAT_TEMPLATE_DEFAULTS, beatTemplates, NO_TEMPLATE } from "./beat-templates.ts";

const SAMPLES = 60;
type Shape = (i: number) => number;
const bell = (centre: number, width: number): Shape => (i) => Math.exp(-(((i - centre) / width) ** 2));
const narrow = bell(25, 3);
const wide: Shape = (i) => bell(28, 9)(i) - 0.6 * bell(45, 6)(i);
const inverted: Shape = (i) => -bell(25, 4)(i);

/** Beats of these shapes in turn, each with its own amplitude, offset and noise. */
function beatsOf(shapes: readonly Shape[], { seed = 1, noise = 0.02 } = {}) {
  const random = seededRandom(seed);
  const samples = new Float32Array(shapes.length * SAMPLES);
  shapes.forEach((shape, beat) => {
    const amplitude = 0.5 + random.uniform();
    const offset = random.normal();
    for (let i = 0; i < SAMPLES; i++) samples[beat * SAMPLES + i] = offset + amplitude * shape(i) + noise * random.normal();
  });
  return { samples, samplesPerBeat: SAMPLES, count: shapes.length };
}

describe("beatTemplates", () => {
  it("puts beats of one shape together, whatever their size and offset, the largest group first", () => {
    const shapes = Array.from({ length: 90 }, (_, beat) => (beat % 9 === 4 ? inverted : beat % 3 === 2 ? wide : narrow));
    const { templates, templateOf } = beatTemplates(beatsOf(shapes));
    expect(templates.map(({ count }) => count)).toEqual([50, 30, 10]);
    expect(Array.from(templateOf)).toEqual(shapes.map((shape) => [narrow, wide, inverted].indexOf(shape)));
  });

  it("has the mean of a template's beats in their own unit", () => {
    const samples = Float32Array.from({ length: 4 * SAMPLES }, (_, i) => [1, 2, 3, 6][Math.floor(i / SAMPLES)] * narrow(i % SAMPLES) + 5);
    const [only] = beatTemplates({ samples, samplesPerBeat: SAMPLES, count: 4 }).templates;
    only.mean.forEach((value, i) => expect(value).toBeCloseTo(3 * narrow(i) + 5, 5));
  });

  it("merges what has drifted together", () => {
    const drifting = Array.from({ length: 100 }, (_, beat) => bell(25, 4 + Math.abs(beat - 50) / 10));
    const templatesAt = (mergeLikeness: number) => beatTemplates(beatsOf(drifting), undefined, { likeness: 0.97, mergeLikeness, mostTemplates: 24 }).templates;
    expect(templatesAt(1.01).length).toBeGreaterThan(1);
    expect(templatesAt(0.9)).toHaveLength(1);
  });

  it("keeps the largest groups where there are too many shapes, and the rest in none", () => {
    const shapes = Array.from({ length: 400 }, (_, beat) => (beat % 2 === 0 ? narrow : beat % 4 === 1 ? wide : (i: number) => Math.sin(((beat + 1) * i * i) / 50)));
    const { templates, templateOf } = beatTemplates(beatsOf(shapes), undefined, { ...BEAT_TEMPLATE_DEFAULTS, mostTemplates: 2 });
    expect(templates.map(({ count }) => count)).toEqual([200, 100]);
    expect(templateOf.filter((own) => own === NO_TEMPLATE)).toHaveLength(100);
    expect(() => beatTemplates(beatsOf(shapes), undefined, { ...BEAT_TEMPLATE_DEFAULTS, mostTemplates: 256 })).toThrow(RangeError);
  });

  it("leaves flat beats and those it is told to out", () => {
    const beats = beatsOf([narrow, () => 0, narrow, wide], { noise: 0 });
    expect(Array.from(beatTemplates(beats, (beat) => beat === 3).templateOf)).toEqual([0, NO_TEMPLATE, 0, NO_TEMPLATE]);
    expect(beatTemplates({ samples: new Float32Array(0), samplesPerBeat: SAMPLES, count: 0 })).toEqual({ templates: [], templateOf: new Uint8Array(0) });
    expect(beatTemplates(beatsOf([wide])).templates).toHaveLength(1);
  });

  it("counts each beat once, has no NaN, and gives the same again", () => {
    const scene = fc.record({ choice: fc.array(fc.nat({ max: 3 }), { maxLength: 60 }), seed: fc.nat(), noise: fc.double({ min: 0, max: 1, noNaN: true }) });
    fc.assert(
      fc.property(scene, ({ choice, seed, noise }) => {
        const beats = beatsOf(choice.map((own) => [narrow, wide, inverted, () => 0][own]), { seed, noise });
        const before = beats.samples.slice();
        const { templates, templateOf } = beatTemplates(beats);
        expect(beatTemplates(beats)).toEqual({ templates, templateOf });
        expect(beats.samples).toEqual(before);
        templates.forEach(({ count, mean }, index) => {
          expect(templateOf.filter((own) => own === index)).toHaveLength(count);
          expect(count).toBeGreaterThan(0);
          expect(mean.every(Number.isFinite)).toBe(true);
        });
        expect(templates.map(({ count }) => count)).toEqual(templates.map(({ count }) => count).sort((a, b) => b - a));
        for (const own of templateOf) expect(own === NO_TEMPLATE || own < templates.length).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
