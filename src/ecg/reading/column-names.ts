import type { ColumnRole } from "../heart-rate/table.ts";

export type NamedUnit = "bpm" | "ms" | "s" | "mv" | null;

/** What a column's name says about it. */
export interface NameMeaning {
  /** null where the name says nothing; "ecg" for a lead or another raw signal */
  readonly role: ColumnRole | "ecg" | null;
  /** of role `rate`: whether beats per minute or RR intervals are named */
  readonly quantity: "bpm" | "rr";
  readonly unit: NamedUnit;
  /** false where only a part of the name was understood, as in "resting pulse, left arm" */
  readonly exact: boolean;
}

const NAMES: readonly (readonly [role: NameMeaning["role"], names: string])[] = [
  ["time", "time t ts date timestamp datetime dateandtime elapsed elapsedtime clock seconds sec ms milliseconds epoch unixtime zeit"],
  ["patient", "patient patientid patientno patientnumber pid id subject subjectid participant participantid person personid record recordid case caseid"],
  ["rate", "hr bpm heartrate pulse pulserate beatsperminute hrbpm rr rri rrms rrinterval rrintervals ibi interbeatinterval nn nni nninterval nnintervals"],
  ["label", "label labels anomaly isanomaly anomalous isanomalous abnormal isabnormal target y groundtruth truth"],
  ["index", "index unnamed unnamed0 rownumber rowindex"],
  ["cycle", "cycle cycleid"],
  ["hr_diff", "hrdiff"],
  ["peak_label", "peaklabel"],
  ["other", "hrdiff4 timegap"],
  ["ecg", "ecg ekg lead leadi leadii leadiii mli mlii mliii i ii iii avr avl avf v1 v2 v3 v4 v5 v6 mv uv μv voltage amplitude signal"],
];

const ROLE_OF_NAME = new Map(NAMES.flatMap(([role, names]) => names.split(" ").map((name) => [name, role] as const)));

/** Words that, inside a longer name, point to a role. */
const ROLE_OF_WORD = new Map<string, ColumnRole | "ecg">([
  ["hr", "rate"], ["bpm", "rate"], ["pulse", "rate"], ["heartrate", "rate"], ["heart", "rate"],
  ["rr", "rate"], ["ibi", "rate"], ["nn", "rate"],
  ["time", "time"], ["timestamp", "time"], ["date", "time"], ["datetime", "time"],
  ["patient", "patient"], ["subject", "patient"], ["participant", "patient"],
  ["label", "label"], ["anomaly", "label"],
  ["ecg", "ecg"], ["ekg", "ecg"], ["lead", "ecg"],
]);

const UNITS = new Map<string, NamedUnit>([
  ["bpm", "bpm"], ["1/min", "bpm"], ["/min", "bpm"], ["beats/min", "bpm"], ["min-1", "bpm"],
  ["ms", "ms"], ["msec", "ms"], ["millis", "ms"], ["milliseconds", "ms"],
  ["s", "s"], ["sec", "s"], ["secs", "s"], ["second", "s"], ["seconds", "s"],
  ["mv", "mv"], ["uv", "mv"], ["μv", "mv"], ["adc", "mv"],
]);

const INTERVAL_NAME = /^(?:rr|r-r|ibi|interbeat|nn)/;
const BRACKETED_UNIT = /^(.*?)[([]([^()[\]]*)[)\]]$/;

/** A word that only states a unit, as the second line of some recordings has it ("seconds", "mV"). */
export function isUnitWord(cell: string): boolean {
  return UNITS.has(unquoted(cell).toLowerCase().normalize("NFKC").replace(/[()[\]]/g, ""));
}

/** Reads a column's name in any case, with spaces, dots and underscores alike, and a unit in brackets or as the last word. */
export function meaningOfName(name: string): NameMeaning {
  const plain = unquoted(name).normalize("NFKC").toLowerCase().trim();
  const [, beforeUnit = plain, bracketed = ""] = BRACKETED_UNIT.exec(plain) ?? [];
  const words = beforeUnit.split(/[\s._:#-]+/).filter((word) => word !== "");
  const last = words.at(-1) ?? "";
  const unit = UNITS.get(bracketed.replace(/\s/g, "")) ?? UNITS.get(last) ?? null;
  const quantity = INTERVAL_NAME.test(words.join(" ")) ? "rr" : "bpm";

  const whole = ROLE_OF_NAME.get(words.join(""));
  const withoutUnit = words.length > 1 && UNITS.has(last) ? ROLE_OF_NAME.get(words.slice(0, -1).join("")) : undefined;
  const role = whole ?? withoutUnit;
  if (role !== undefined) return { role, quantity, unit, exact: true };
  const hinted = words.map((word) => ROLE_OF_WORD.get(word)).find((found) => found !== undefined);
  return { role: hinted ?? null, quantity, unit, exact: false };
}

function unquoted(name: string): string {
  return name.trim().replace(/^(['"])(.*)\1$/, "$2");
}
