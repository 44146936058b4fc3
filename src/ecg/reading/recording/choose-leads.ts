import { ProblemError } from "../../problem.ts";
import { standardLead } from "../../recording/lead-names.ts";
import type { Finding } from "../../table.ts";
import { mvPerUnit } from "./voltage-unit.ts";

/** A signal as a file describes it. */
export interface SignalLabel {
  readonly name: string;
  readonly unit: string;
  readonly samplingRateHz: number;
}

export interface ChosenLeads {
  /** indices of the signals */
  readonly leads: readonly number[];
  readonly samplingRateHz: number;
  readonly findings: readonly Finding[];
}

/** Other voltages of the body that are recorded beside an ECG. */
const NO_ECG = /^\W*(?:EEG|EOG|EMG|ERG|ECOG|SEEG|EP|MEG|GSR|RESP|AIRFLOW|SPO2|SAO2|PLETH|PPG|ABP|ACC|TEMP)\b/i;

/**
 * Which signals of a file are the leads of a recording: those named as leads or, where none is, all voltages that are not
 * named after another organ; of several rates, the one that most of them have. What is left out is a finding. Throws
 * ProblemError `no-leads`.
 */
export function chooseLeads(signals: readonly SignalLabel[], fileName: string): ChosenLeads {
  const voltages = [...signals.keys()].filter((i) => mvPerUnit(signals[i].unit) !== null && !NO_ECG.test(signals[i].name));
  const known = voltages.filter((i) => isKnownLead(signals[i]));
  const candidates = known.length > 0 ? known : voltages;
  const ratesHz = [...new Set(candidates.map((i) => signals[i].samplingRateHz))];
  const worth = (rateHz: number) => candidates.filter((i) => signals[i].samplingRateHz === rateHz).length;
  if (ratesHz.length === 0) {
    const names = signals.slice(0, 5).map(({ name, unit }) => `${name} in ${unit || "no unit"}`).join(", ");
    throw new ProblemError("no-leads", `none of the signals is an ECG lead in V, mV or µV (${names || "there are none"})`, "Choose a file with an ECG", { file: fileName });
  }
  const samplingRateHz = ratesHz.reduce((best, rateHz) => (worth(rateHz) > worth(best) || (worth(rateHz) === worth(best) && rateHz > best) ? rateHz : best));
  const leads = candidates.filter((i) => signals[i].samplingRateHz === samplingRateHz);
  const leftOut = signals.filter((_, i) => !leads.includes(i));
  return { leads, samplingRateHz, findings: leftOut.length === 0 ? [] : [leftOutFinding(leftOut, samplingRateHz)] };
}

/** A name for each lead as the file spells it: the standard one where it is known, numbered where it is missing or comes twice. */
export function leadNames(texts: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return texts.map((text, i) => {
    const name = standardLead(text) ?? (text.trim() || `Lead ${i + 1}`);
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

function isKnownLead({ name }: SignalLabel): boolean {
  return standardLead(name) !== null || /^\W*(?:ECG|EKG)/i.test(name);
}

function leftOutFinding(signals: readonly SignalLabel[], samplingRateHz: number): Finding {
  const names = signals.map(({ name, unit, samplingRateHz: rateHz }) => `${name} (${unit || "no unit"}, ${Number(rateHz.toFixed(3))} Hz)`);
  const sentence = `Left out beside the ECG leads at ${Number(samplingRateHz.toFixed(3))} Hz: ${names.join(", ")}.`;
  return { code: "other", count: signals.length, sentence, examples: [] };
}
