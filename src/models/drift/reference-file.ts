import type { DriftLimits, DriftReference, FeatureReference } from "../../ecg/drift/reference.ts";
import { ProblemError } from "../../ecg/problem.ts";

/** Beside a model's other files, below public/models/<id>/. */
export const REFERENCE_FILE = "reference.json";

const FORMAT = "isoline drift reference 1";
/** Of edges or values of a feature; ours have a hundred. */
const MOST_NUMBERS = 10_000;

type Plain<T> = { readonly [Key in keyof T]: T[Key] extends Float64Array ? readonly number[] : T[Key] };

interface ReferenceFile extends Omit<DriftReference, "features"> {
  readonly format: string;
  readonly features: readonly Plain<FeatureReference>[];
}

export function encodeReference({ features, ...rest }: DriftReference): Uint8Array<ArrayBuffer> {
  const file: ReferenceFile = {
    format: FORMAT,
    ...rest,
    features: features.map(({ edges, counts, values, median, spread, deviation, ...feature }) => ({
      ...feature,
      median: short(median),
      spread: short(spread),
      deviation: short(deviation),
      edges: Array.from(edges, short),
      counts: Array.from(counts),
      values: Array.from(values, short),
    })),
  };
  return new TextEncoder().encode(`${JSON.stringify(file)}\n`);
}

/** Throws the ProblemError "broken-model" for bytes that are no reference of `featureNames`; `file` names them. */
export function decodeReference(bytes: ArrayBuffer, featureNames: readonly string[], file: string): DriftReference {
  try {
    const { format, rows, groups, features, limits } = JSON.parse(new TextDecoder().decode(bytes)) as ReferenceFile;
    if (format !== FORMAT) throw new Error(`its format is ${format}`);
    if (featureNames.some((name, f) => features[f].name !== name)) throw new Error("its features are others");
    if (limits.length === 0 || !limits.every((limit) => isLimit(limit, featureNames.length))) throw new Error("it has no limits, or some that are none");
    if (!(rows > 0) || !features.slice(0, featureNames.length).every(isFeature)) throw new Error("a feature is described by other than its numbers in order");
    return {
      rows,
      groups,
      limits,
      features: features.map(({ edges, counts, values, ...feature }) => ({ ...feature, edges: Float64Array.from(edges), counts: Float64Array.from(counts), values: Float64Array.from(values) })),
    };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ProblemError("broken-model", `the reference of the training data cannot be read (${why})`, "Reload the app while online, so that its model files are fetched again", { file }, { cause });
  }
}

const isFiniteNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
const isNumbers = (values: unknown, length: number): boolean => Array.isArray(values) && values.length === length && values.every(isFiniteNumber);
/** What is compared with is walked through in its order. */
const isAscending = (values: readonly number[]): boolean => Array.isArray(values) && values.length <= MOST_NUMBERS && values.every((value, i) => isFiniteNumber(value) && (i === 0 || value >= values[i - 1]));

function isFeature({ n, resolution, edges, counts, median, spread, deviation, values }: Plain<FeatureReference>): boolean {
  const isScale = (value: unknown) => isFiniteNumber(value) && value > 0;
  const isDescribed = isScale(n) && isScale(resolution) && isFiniteNumber(median) && isScale(spread) && isScale(deviation);
  return isDescribed && isAscending(edges) && isNumbers(counts, edges.length + 1) && counts.every((count) => count >= 0) && isAscending(values) && values.length > 0;
}

function isLimit({ rows, psi, effect }: DriftLimits, features: number): boolean {
  return isFiniteNumber(rows) && rows > 0 && isNumbers(psi, features) && isNumbers(effect, features);
}

/** Seven digits: more than a feature has. */
const short = (value: number): number => Number(value.toPrecision(7));
