import { quantile } from "../numeric/quantile.ts";
import { sampleWithoutReplacement, seededRandom, type Random } from "../numeric/random.ts";
import { turns, type JobControl } from "../progress.ts";
import { limitRatio } from "./drift-report.ts";
import { predictionBound } from "./prediction-bound.ts";
import { describeFeature, effectSize, sortedValues, type DriftFeature, type DriftLimits, type DriftReference, type FeatureColumns, type FeatureReference } from "./reference.ts";
import { binCounts, stabilityIndex } from "./stability-index.ts";

/** Sizes of the files that are tried. */
const ROWS = [8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096];

/** Fewer patients do not show how patients differ. */
export const LEAST_GROUPS = 4;

const DRAWS = { ofRows: 200, ofGroup: 10 } as const;

/** So many files that did not drift are to stay below each feature's limits, and below all of them. */
const SHARES = { feature: 0.975, file: 0.98 } as const;

/**
 * Distances below these do not matter however sure they are, such as those of files with other shares of the same classes: an index
 * from 0.25 on is called a major shift (N. Siddiqi, 2006), an effect from 0.5 on a medium one (J. Cohen, 1988).
 */
const LEAST_LIMITS = { psi: 0.25, effect: 0.5 } as const;

const SEED = 20_261_121;

/** What the distances of one file that did not drift were, by feature. */
interface Draw {
  readonly psi: readonly number[];
  readonly effect: readonly number[];
}

/**
 * The reference of training data in groups, one a patient: limits are set so that a patient's rows, compared with those of the
 * other patients, stay below them. What a file of one patient differs in from all others is no drift. A file is taken to be a
 * stretch of rows one after another. Throws a RangeError for fewer than LEAST_GROUPS groups.
 */
export async function referenceOfGroups(features: readonly DriftFeature[], groups: readonly FeatureColumns[], control: JobControl): Promise<DriftReference> {
  if (groups.length < LEAST_GROUPS) throw new RangeError(`${groups.length} groups are too few.`);
  const random = seededRandom(SEED);
  const turn = turns(control.signal, (done) => control.onProgress({ stage: "Comparing patients", done, total: groups.length, unit: "patients" }));
  const sizes = ROWS.filter((rows, i) => i === 0 || rows <= quantile(Float64Array.from(groups, ([{ length }]) => length), 0.5));
  const drawn = sizes.map((): Draw[] => []);
  for (const [left, group] of groups.entries()) {
    await turn(left);
    const others = describeAll(features, joinColumns(groups.filter((other) => other !== group)));
    for (const [size, rows] of sizes.entries()) {
      // Of a shorter group all rows: left out, it would make long files look more alike than they are.
      const length = Math.min(rows, group[0].length);
      for (let draw = 0; draw < DRAWS.ofGroup; draw++) {
        const from = random.integer(group[0].length - length + 1);
        drawn[size].push(drawOf(others, group.map((column) => column.subarray(from, from + length))));
      }
    }
  }
  const all = joinColumns(groups);
  return {
    rows: all[0].length,
    groups: groups.length,
    features: describeAll(features, all),
    limits: sizes.map((rows, size) => limitsOf(rows, drawn[size], groups.length)),
  };
}

/** The reference of training data without patients: a file is taken to be rows drawn at random, which are compared with the rest. */
export async function referenceOfRows(features: readonly DriftFeature[], columns: FeatureColumns, control: JobControl): Promise<DriftReference> {
  const random = seededRandom(SEED);
  const described = describeAll(features, columns);
  const sizes = ROWS.filter((rows, i) => i === 0 || rows <= columns[0].length / 2);
  const turn = turns(control.signal, (done) => control.onProgress({ stage: "Drawing rows", done, total: sizes.length * DRAWS.ofRows, unit: "steps" }));
  const limits: DriftLimits[] = [];
  for (const [step, rows] of sizes.entries()) {
    const drawn: Draw[] = [];
    for (let draw = 0; draw < DRAWS.ofRows; draw++) {
      await turn(step * DRAWS.ofRows + draw);
      const own = rowsAt(columns, random, Math.min(rows, columns[0].length));
      drawn.push(drawOf(described.map((feature, f) => without(feature, own[f])), own));
    }
    limits.push(limitsOf(rows, drawn, drawn.length));
  }
  return { rows: columns[0].length, groups: null, features: described, limits };
}

/**
 * Limits that, of each feature and then of all together, a new file stays below with SHARES: the files tried are of
 * `independent` patients or draws. Across them the root of the index, the effect and the largest ratio are taken as normal.
 */
function limitsOf(rows: number, draws: readonly Draw[], independent: number): DriftLimits {
  const features = draws[0].psi.map((_, feature) => feature);
  const bound = (values: readonly number[], share: number = SHARES.feature) => predictionBound(values, { independent, share });
  const psi = features.map((f) => bound(draws.map((draw) => Math.sqrt(draw.psi[f]))) ** 2);
  const effect = features.map((f) => {
    const values = draws.map((draw) => draw.effect[f]);
    return Math.max(bound(values), bound(values.map((value) => -value)));
  });
  const ratioOf = (draw: Draw) =>
    Math.max(...features.map((f) => limitRatio({ psi: draw.psi[f], psiLimit: Math.max(psi[f], LEAST_LIMITS.psi), effectSize: draw.effect[f], effectLimit: Math.max(effect[f], LEAST_LIMITS.effect) })));
  const ratios = draws.map(ratioOf);
  // The largest of several ratios is no normal variable: where there are draws enough, they say themselves what most stay below.
  const factor = independent < draws.length ? bound(ratios, SHARES.file) : Math.max(bound(ratios, SHARES.file), quantile(Float64Array.from(ratios), SHARES.file));
  return {
    rows,
    psi: psi.map((limit) => significant(Math.max(LEAST_LIMITS.psi, limit * factor ** 2))),
    effect: effect.map((limit) => significant(Math.max(LEAST_LIMITS.effect, limit * factor))),
  };
}

function drawOf(references: readonly FeatureReference[], columns: FeatureColumns): Draw {
  const sorted = references.map((feature, f) => sortedValues(feature, columns[f]));
  return {
    psi: references.map(({ edges, counts }, f) => stabilityIndex(binCounts(sorted[f], edges), counts)),
    effect: references.map((feature, f) => (sorted[f].length === 0 ? 0 : effectSize(sorted[f], feature))),
  };
}

/** The reference with the drawn rows taken out of its histogram; its median hardly changes. */
function without(feature: FeatureReference, column: Float64Array): FeatureReference {
  const taken = binCounts(sortedValues(feature, column), feature.edges);
  return { ...feature, counts: feature.counts.map((count, bin) => count - taken[bin]) };
}

function rowsAt(columns: FeatureColumns, random: Random, rows: number): FeatureColumns {
  const picked = sampleWithoutReplacement(random, columns[0].length, rows);
  return columns.map((column) => Float64Array.from(picked, (row) => column[row]));
}

const describeAll = (features: readonly DriftFeature[], columns: FeatureColumns): FeatureReference[] => features.map((feature, f) => describeFeature(feature, columns[f]));

/** Rows of several groups one after another. */
export function joinColumns(groups: readonly FeatureColumns[]): FeatureColumns {
  const rows = groups.reduce((sum, [column]) => sum + column.length, 0);
  return groups[0].map((_, f) => {
    const joined = new Float64Array(rows);
    let at = 0;
    for (const group of groups) {
      joined.set(group[f], at);
      at += group[f].length;
    }
    return joined;
  });
}

const significant = (value: number): number => Number(value.toPrecision(4));
