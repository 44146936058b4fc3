import { samplesOf, type Beats } from "../beats/table.ts";

type BeatSamples = Pick<Beats, "samples" | "samplesPerBeat" | "count">;

export interface BeatTemplateOptions {
  /** a beat that correlates as well with a template belongs to it */
  readonly likeness: number;
  /** templates that correlate as well are one */
  readonly mergeLikeness: number;
  /** most templates of a recording, up to 255: the largest are kept */
  readonly mostTemplates: number;
}

/** Chosen on the training records (DS1) of the MIT-BIH Arrhythmia Database: 98.6 % of the beats lie in a template most of whose beats are of their class. */
export const BEAT_TEMPLATE_DEFAULTS: BeatTemplateOptions = { likeness: 0.9, mergeLikeness: 0.95, mostTemplates: 24 };

/** `templateOf` of a beat that is like no template. */
export const NO_TEMPLATE = 255;

/** Beats of one shape. */
export interface BeatTemplate {
  readonly count: number;
  /** of its beats, in their unit */
  readonly mean: Float32Array<ArrayBuffer>;
}

export interface BeatTemplates {
  /** the largest first */
  readonly templates: readonly BeatTemplate[];
  /** index into `templates` per beat, or NO_TEMPLATE */
  readonly templateOf: Uint8Array<ArrayBuffer>;
}

/** Sum of squares about the mean, in mV², at which a beat has no shape. */
const FLAT_SQUARES = 1e-12;

/** A beat so like a template is not compared with the others: as they stand, the common ones come first. */
const SURE_LIKENESS = 0.98;

/** Candidates are kept in this number per template that may remain, so that noise pushes out no shape that comes back. */
const CANDIDATES_PER_TEMPLATE = 3;

/**
 * Groups beats by shape: each beat in turn joins the candidate it correlates with best, or begins a new one, in place of the
 * smallest where there are too many; candidates that are alike are merged, the largest become templates; then every beat
 * goes to the template it is most like. Correlation (Pearson's) leaves amplitude and offset out. `isLeftOut` beats (noise,
 * cut off) go to no template, neither do flat ones. The same beats give the same templates; time grows as beats × templates.
 * Throws a RangeError for more templates than 255.
 */
export function beatTemplates(
  beats: BeatSamples,
  isLeftOut: (beat: number) => boolean = () => false,
  options: BeatTemplateOptions = BEAT_TEMPLATE_DEFAULTS,
): BeatTemplates {
  const { likeness, mergeLikeness, mostTemplates } = options;
  if (mostTemplates > NO_TEMPLATE) throw new RangeError(`There can be ${NO_TEMPLATE} templates, not ${mostTemplates}.`);
  const shapes = unitShapes(beats);
  const isShape = (beat: number) => !isLeftOut(beat) && shapes.isFlat[beat] === 0;
  const candidates = gatherCandidates(shapes, isShape, likeness, mostTemplates * CANDIDATES_PER_TEMPLATE);
  const kept = mergeAlike(candidates, mergeLikeness).slice(0, mostTemplates);

  const chosen = new Uint8Array(beats.count).fill(NO_TEMPLATE);
  for (let beat = 0; beat < beats.count; beat++) {
    if (!isShape(beat)) continue;
    const best = mostAlike(samplesOf(shapes, beat), kept);
    if (best.likeness >= likeness) chosen[beat] = best.index;
  }
  return largestFirst(beats, chosen, kept.length);
}

/** Beats without their mean and scaled to length 1: the scalar product of two is their correlation. */
interface Shapes extends BeatSamples {
  /** 1 for a beat that has no shape: its samples are zeros */
  readonly isFlat: Uint8Array;
}

/** A shape that some beats have had so far. */
interface Candidate {
  count: number;
  /** of its beats' shapes, and the length of that vector */
  readonly sum: Float64Array;
  norm: number;
}

function unitShapes({ samples, samplesPerBeat, count }: BeatSamples): Shapes {
  const shapes = new Float32Array(samples.length);
  const isFlat = new Uint8Array(count);
  for (let beat = 0; beat < count; beat++) {
    const from = beat * samplesPerBeat;
    const to = from + samplesPerBeat;
    let mean = 0;
    for (let i = from; i < to; i++) mean += samples[i] / samplesPerBeat;
    let squares = 0;
    for (let i = from; i < to; i++) squares += (samples[i] - mean) ** 2;
    if (squares <= FLAT_SQUARES) isFlat[beat] = 1;
    else for (let i = from; i < to; i++) shapes[i] = (samples[i] - mean) / Math.sqrt(squares);
  }
  return { samples: shapes, samplesPerBeat, count, isFlat };
}

function gatherCandidates(shapes: Shapes, isShape: (beat: number) => boolean, likeness: number, most: number): Candidate[] {
  const candidates: Candidate[] = [];
  for (let beat = 0; beat < shapes.count; beat++) {
    if (!isShape(beat)) continue;
    const shape = samplesOf(shapes, beat);
    const best = mostAlike(shape, candidates);
    if (best.likeness < likeness) {
      candidates[candidates.length < most ? candidates.length : smallest(candidates)] = { count: 1, sum: Float64Array.from(shape), norm: 1 };
      continue;
    }
    const candidate = candidates[best.index];
    candidate.count++;
    for (let i = 0; i < shape.length; i++) candidate.sum[i] += shape[i];
    candidate.norm = Math.sqrt(candidate.norm ** 2 + 2 * best.likeness * candidate.norm + 1);
  }
  return candidates;
}

function mostAlike(shape: Float32Array, candidates: readonly Candidate[]): { index: number; likeness: number } {
  let index = -1;
  let likeness = -Infinity;
  for (let k = 0; k < candidates.length; k++) {
    const { sum, norm } = candidates[k];
    let product = 0;
    for (let i = 0; i < shape.length; i++) product += sum[i] * shape[i];
    if (product / norm <= likeness) continue;
    index = k;
    likeness = product / norm;
    if (likeness > SURE_LIKENESS) break;
  }
  return { index, likeness };
}

/** The candidate of fewest beats, the oldest of equals. */
function smallest(candidates: readonly Candidate[]): number {
  let index = 0;
  for (let k = 1; k < candidates.length; k++) if (candidates[k].count < candidates[index].count) index = k;
  return index;
}

/** Merges the most alike pair until none is alike enough; the largest first. */
function mergeAlike(candidates: readonly Candidate[], mergeLikeness: number): Candidate[] {
  const merged = candidates.slice();
  for (;;) {
    let pair: readonly [number, number] | null = null;
    let most = mergeLikeness;
    for (let a = 0; a < merged.length; a++) {
      for (let b = a + 1; b < merged.length; b++) {
        const likeness = scalarProduct(merged[a].sum, merged[b].sum) / (merged[a].norm * merged[b].norm);
        if (likeness >= most) [pair, most] = [[a, b], likeness];
      }
    }
    if (pair === null) return merged.sort((a, b) => b.count - a.count);
    const [a, b] = [merged[pair[0]], merged[pair[1]]];
    const sum = a.sum.map((value, i) => value + b.sum[i]);
    merged[pair[0]] = { count: a.count + b.count, sum, norm: Math.sqrt(scalarProduct(sum, sum)) };
    merged.splice(pair[1], 1);
  }
}

function scalarProduct(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** The templates in order of size, without those that no beat chose. */
function largestFirst({ samples, samplesPerBeat }: BeatSamples, chosen: Uint8Array, count: number): BeatTemplates {
  const counts = new Uint32Array(count);
  const sums = Array.from(counts, () => new Float64Array(samplesPerBeat));
  chosen.forEach((own, beat) => {
    if (own === NO_TEMPLATE) return;
    counts[own]++;
    for (let i = 0, from = beat * samplesPerBeat; i < samplesPerBeat; i++) sums[own][i] += samples[from + i];
  });
  const order = Array.from(counts.keys()).filter((own) => counts[own] > 0).sort((a, b) => counts[b] - counts[a]);
  const place = new Uint8Array(256).fill(NO_TEMPLATE);
  order.forEach((own, index) => (place[own] = index));
  return {
    templates: order.map((own) => ({ count: counts[own], mean: Float32Array.from(sums[own], (sum) => sum / counts[own]) })),
    templateOf: Uint8Array.from(chosen, (own) => place[own]),
  };
}
