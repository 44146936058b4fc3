import { meaningOfName } from "../../column-names.ts";
import { standardLead, TWELVE_LEADS } from "../../../recording/lead-names.ts";
import { leadNames } from "../choose-leads.ts";
import { unitNamed } from "./notes.ts";
import type { RecordingHead } from "./recording-head.ts";

export interface LeadGuess {
  readonly leads: readonly { readonly column: number; readonly name: string }[];
  /** what is not sure, one sentence each */
  readonly reasons: readonly string[];
}

const ECG_WORD = /ecg|ekg|[ée]lectrocard|lead|ableitung|d[ée]riva|afleiding|导联|導聯|誘導|心电|心電/iu;
/** What recorders write beside an ECG. */
const OTHER_SIGNAL = /acc|gyro|mag(?:net)?|resp|breath|spo2|sao2|ppg|pleth|abp|art|press|temp|emg|eeg|eog|gsr|eda|bvp|marker|event|annot|label|symbol|beat|peak|class|battery|steps|hr\b|bpm|heart|quality|status|trigger|counter/iu;
const EINTHOVEN_ERROR = 0.05;
const SIGNALS = 12;

/** Which columns of numbers are leads: those named so; else all whose names say nothing else, twelve in the usual order where Einthoven's and Goldberger's equations hold. */
export function guessLeads(head: RecordingHead, times: readonly number[]): LeadGuess {
  const { names, columns } = head;
  const numeric = columns.flatMap(({ notation }, column) => (notation === "number" && !times.includes(column) ? [column] : []));
  const named = numeric.filter((column) => isLeadName(head, column));
  const candidates = named.length > 0 ? named : numeric.filter((column) => !isOtherSignal(names[column]) && !isFirstCount(head, column));
  const reasons: string[] = [];
  if (named.length === 0 && candidates.length === SIGNALS) {
    if (!followsEinthoven(head, candidates)) reasons.push("There are twelve columns without the names of leads, and the values do not show whether they are in the usual order I, II, III, aVR, aVL, aVF, V1–V6.");
    return { leads: candidates.map((column, i) => ({ column, name: TWELVE_LEADS[i] })), reasons };
  }
  if (named.length === 0 && candidates.length > 1) reasons.push("The names of the columns do not say which are leads of an ECG.");
  const texts = candidates.map((column) => bareName(names[column]) || (candidates.length === 1 ? "ECG" : `ECG ${column + 1}`));
  const isOnlyUnnamed = candidates.length === 1 && named.length === 0 && standardLead(texts[0]) === null;
  const unique = leadNames(isOnlyUnnamed ? ["ECG"] : texts);
  return { leads: candidates.map((column, i) => ({ column, name: unique[i] })), reasons };
}

/** Whether a column's name or unit says that it is a lead. */
export function isLeadName({ names, units }: RecordingHead, column: number): boolean {
  const name = names[column];
  if (standardLead(name) !== null) return true;
  if (isOtherSignal(name) && !ECG_WORD.test(name)) return false;
  return ECG_WORD.test(name) || unitNamed(units[column]) !== null || meaningOfName(name).unit === "mv" || meaningOfName(name).role === "ecg";
}

/** Whether a column's name says that it is something other than a lead. */
export function isOtherSignal(name: string): boolean {
  const { role, exact } = meaningOfName(name);
  return OTHER_SIGNAL.test(name) || (exact && role !== null && role !== "ecg" && role !== "other");
}

/** A first column that only counts the rows, where another was taken as the time. */
function isFirstCount({ columns }: RecordingHead, column: number): boolean {
  return column === 0 && columns.length > 1 && columns[0].values.every((value, i, values) => i === 0 || value === values[i - 1] + 1);
}

/** Without the unit. */
function bareName(name: string): string {
  const bare = name.replace(/(?<![\s_])[\s_]*[([][^()[\]]*[)\]]$/, "").trim();
  return /^e[ck]g$/i.test(bare) ? bare.toUpperCase() : bare;
}

/** II = I + III and aVR = −(I + II)/2 (Einthoven 1912, Goldberger 1942) but for rounding, over the first rows. */
export function followsEinthoven({ columns }: RecordingHead, candidates: readonly number[]): boolean {
  const [i, ii, iii, avr] = candidates.map((column) => columns[column].values);
  let error = 0;
  let power = 0;
  for (let row = 0; row < i.length; row++) {
    const miss = Math.abs(i[row] + iii[row] - ii[row]) + Math.abs(avr[row] + (i[row] + ii[row]) / 2);
    if (Number.isNaN(miss)) continue;
    error += miss;
    power += Math.abs(i[row]) + Math.abs(ii[row]) + Math.abs(iii[row]) + Math.abs(avr[row]);
  }
  return power > 0 && error < EINTHOVEN_ERROR * power;
}
