import { leadQuality } from "./best-lead.ts";
import { excerptsOf } from "./excerpts.ts";
import type { Lead, Recording } from "./recording.ts";

type Named = Pick<Recording, "leads" | "sampleCount" | "samplingRateHz">;

/** Share of the leads' own size by which one may miss what the others make of it: from here on it does not follow from them. */
const MISSED = 0.15;
/** So little is rounding: in records of PTB-XL and LUDB at most 0.02. */
const FITS = 0.06;
/** A lead between two electrodes of which one measures what a leg does is as flat as this beside the others. */
const FLAT_SHARE = 0.08;
const EXCERPT_S = 10;

/**
 * What the limb leads say of their electrodes, in sentences: whether II = I + III (Einthoven 1912) and the augmented leads
 * follow from them (Goldberger 1942), tried again with a lead turned over, and whether one of them is flat beside the
 * others, as with an arm's electrode on the right leg. Empty where a recording has no limb leads, or all is well.
 */
export function limbLeadNotes(recording: Named): string[] {
  const lead = (name: string) => recording.leads.find((each) => each.name === name) ?? null;
  const [i, ii, iii] = [lead("I"), lead("II"), lead("III")];
  if (i === null || ii === null) return [];
  const einthoven = iii === null ? [] : einthovenNotes(recording, { i, ii, iii });
  if (einthoven.length > 0) return einthoven;
  const augmented = ([["aVR", -0.5, -0.5], ["aVL", 1, -0.5], ["aVF", -0.5, 1]] as const).flatMap(([name, ofI, ofII]) => {
    const measured = lead(name);
    return measured === null ? [] : augmentedNotes(recording, measured, [[i, ofI], [ii, ofII]]);
  });
  return [...augmented, ...(iii === null ? [] : flatNotes(recording, { i, ii, iii }))];
}

interface LimbLeads {
  readonly i: Lead;
  readonly ii: Lead;
  readonly iii: Lead;
}

/** A lead and the factor that it is taken with. */
type Term = readonly [lead: Lead, factor: number];

function einthovenNotes(recording: Named, { i, ii, iii }: LimbLeads): string[] {
  const misses = (ofI: number, ofII: number, ofIII: number) => missedShare(recording, [[i, ofI], [ii, ofII], [iii, ofIII]]);
  if (misses(1, -1, 1) < MISSED) return [];
  if (misses(1, 1, 1) < FITS) return ["Lead II looks upside down: it is I + III with the opposite sign."];
  if (misses(-1, -1, 1) < FITS) return ["Lead I looks upside down, or leads II and III are exchanged: I + II makes III, where I + III should make II."];
  if (misses(1, -1, -1) < FITS) return ["Lead III looks upside down, or leads I and II are exchanged: II + III makes I, where I + III should make II."];
  return ["Leads I, II and III do not belong together: I + III should make II. They may be wrongly named, or not recorded at the same time."];
}

function augmentedNotes(recording: Named, measured: Lead, terms: readonly Term[]): string[] {
  const misses = (sign: number) => missedShare(recording, [[measured, -sign], ...terms]);
  if (misses(1) < MISSED) return [];
  if (misses(-1) < FITS) return [`Lead ${measured.name} looks upside down: it is what leads I and II make of it with the opposite sign.`];
  return [`Lead ${measured.name} does not follow from leads I and II, as it should. It may be wrongly named, or not recorded at the same time.`];
}

function flatNotes(recording: Named, { i, ii, iii }: LimbLeads): string[] {
  const [sizeI, sizeII, sizeIII] = [i, ii, iii].map((lead) => leadQuality(lead, recording).qrsMv);
  const note = (name: string, arm: string) => `Lead ${name} is almost flat beside the other limb leads: the electrodes of the ${arm} arm and the right leg look exchanged.`;
  if (sizeII < FLAT_SHARE * Math.max(sizeI, sizeIII)) return [note("II", "right")];
  return sizeIII < FLAT_SHARE * Math.max(sizeI, sizeII) ? [note("III", "left")] : [];
}

/** Root mean square of a sum of leads that should be zero, as share of the sum of theirs; each without its mean. 0 where nothing is usable. */
function missedShare(recording: Named, terms: readonly Term[]): number {
  let missed = 0;
  const size = terms.map(() => 0);
  for (const { from, to } of excerptsOf({ ...recording, excerptS: EXCERPT_S })) {
    if (terms.some(([{ unusable }]) => unusable.some((stretch) => stretch.from < to && stretch.to > from))) continue;
    const means = terms.map(([{ samplesMv }]) => samplesMv.subarray(from, to).reduce((sum, value) => sum + value, 0) / (to - from));
    for (let sample = from; sample < to; sample++) {
      let sum = 0;
      for (let term = 0; term < terms.length; term++) {
        const [{ samplesMv }, factor] = terms[term];
        const value = factor * (samplesMv[sample] - means[term]);
        sum += value;
        size[term] += value * value;
      }
      missed += sum * sum;
    }
  }
  const whole = size.reduce((sum, square) => sum + Math.sqrt(square), 0);
  return whole === 0 ? 0 : Math.sqrt(missed) / whole;
}
