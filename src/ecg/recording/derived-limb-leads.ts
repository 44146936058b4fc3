import { TWELVE_LEADS } from "./lead-names.ts";
import type { Lead, Recording, UnusableStretch } from "./recording.ts";

/** Of the potentials that leads I and II measure: W. Einthoven 1912 for III, E. Goldberger 1942 for the augmented leads. */
const DERIVED: Readonly<Record<string, (i: number, ii: number) => number>> = {
  III: (i, ii) => ii - i,
  aVR: (i, ii) => -(i + ii) / 2,
  aVL: (i, ii) => i - ii / 2,
  aVF: (i, ii) => ii - i / 2,
};

/** Recorders often store eight leads, since the other four follow from them: where only those are missing of the twelve, they are added, with a finding that says so. */
export function withDerivedLimbLeads(recording: Recording): Recording {
  const leadOf = (name: string) => recording.leads.find((lead) => lead.name === name);
  const [i, ii] = [leadOf("I"), leadOf("II")];
  const missing = TWELVE_LEADS.filter((name) => leadOf(name) === undefined);
  if (i === undefined || ii === undefined || missing.length === 0 || !missing.every((name) => name in DERIVED)) return recording;
  const unusable = eitherUnusable(i.unusable, ii.unusable);
  const derived = missing.map((name): Lead => ({ name, samplesMv: i.samplesMv.map((value, sample) => DERIVED[name](value, ii.samplesMv[sample])), unusable }));
  const sentence = `Computed from I and II, as the file does not hold them: ${missing.join(", ")} (Einthoven, Goldberger).`;
  return { ...recording, leads: [...recording.leads, ...derived], findings: [...recording.findings, { code: "other", count: missing.length, sentence, examples: [] }] };
}

/** Ascending and disjoint; where both leads are unusable, for the cause of the first. */
function eitherUnusable(first: readonly UnusableStretch[], second: readonly UnusableStretch[]): UnusableStretch[] {
  const merged: UnusableStretch[] = [];
  for (const stretch of [...first, ...second].sort((a, b) => a.from - b.from)) {
    const from = Math.max(stretch.from, merged.at(-1)?.to ?? 0);
    if (from < stretch.to) merged.push({ ...stretch, from });
  }
  return merged;
}
