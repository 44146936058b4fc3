import { ProblemError } from "../../ecg/problem.ts";
import { fallText, judgeByGate } from "./gate.ts";
import type { ModelVersion } from "./model-version.ts";
import type { VersionFigures } from "./version-figures.ts";

/** A version as it was when it was measured: another of its number has another hash. */
export type MeasuredVersion = Pick<ModelVersion, "version" | "sha256">;

/** What came out when champion and candidate were measured on one frozen set. */
export interface RecordedComparison {
  readonly setId: string;
  /** as a share, that the figures were judged by */
  readonly margin: number;
  readonly champion: MeasuredVersion;
  readonly candidate: MeasuredVersion;
  readonly figures: { readonly champion: VersionFigures; readonly candidate: VersionFigures };
}

/** What a promotion rests on. */
export interface PromotionGrounds {
  readonly reason: string;
  /** null where the versions were not compared */
  readonly comparison: RecordedComparison | null;
  /** whether it is to be carried out against the gate */
  readonly overridesGate: boolean;
}

/** How things stand in the store when a promotion is to be written. */
export interface PromotionState {
  readonly champion: MeasuredVersion;
  readonly candidate: MeasuredVersion;
  /** of the site; null while it has set none */
  readonly margin: number | null;
  /** whether the set of the comparison is there */
  readonly hasSet: boolean;
}

/** Why the gate is closed to a candidate; null where it lets it pass. */
export function gateObjection(comparison: RecordedComparison | null): string | null {
  if (comparison === null) return "Not measured on a frozen evaluation set";
  const { falls } = judgeByGate(comparison.figures.champion, comparison.figures.candidate, comparison.margin);
  return falls.length === 0 ? null : falls.map(fallText).join("; ");
}

/**
 * Whether a promotion may be written; what the gate said where it is overridden, else null. Throws the ProblemError
 * "reason-missing", "comparison-outdated" where the comparison is of other versions, of another margin or of a set that is
 * gone, and "gate-closed" where the gate is closed and nobody overrides it.
 */
export function admitPromotion({ reason, comparison, overridesGate }: PromotionGrounds, state: PromotionState): string | null {
  if (reason.trim() === "") throw new ProblemError("reason-missing", "The promotion has no reason", "Say why this version is to answer checks");
  if (comparison !== null) {
    const change = whatChanged(comparison, state);
    if (change !== null) throw new ProblemError("comparison-outdated", `${change} since the versions were compared`, "Compare them again");
  }
  const objection = gateObjection(comparison);
  if (objection !== null && !overridesGate) {
    throw new ProblemError("gate-closed", `The gate is closed to version ${state.candidate.version}: ${objection}`, "Promote a version that passes, or override the gate and say why");
  }
  return objection;
}

function whatChanged({ champion, candidate, margin }: RecordedComparison, state: PromotionState): string | null {
  const isSame = (one: MeasuredVersion, other: MeasuredVersion) => one.version === other.version && one.sha256 === other.sha256;
  if (!state.hasSet) return "The evaluation set was deleted";
  if (!isSame(champion, state.champion)) return "Another version became champion";
  if (!isSame(candidate, state.candidate)) return "The version to be promoted changed";
  if (margin !== state.margin) return "The gate’s margin was changed";
  return null;
}
