/** The twelve standard leads in the order in which recorders write them. */
export const TWELVE_LEADS = ["I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6"] as const;

const OTHER_LEADS = ["MLI", "MLII", "MLIII", "MV1", "MV2", "MV5", "ML2", "ML5", "CM2", "CM4", "CM5", "CC5", "V3R", "V4R", "V5R", "V6R", "V7", "V8", "V9", "vx", "vy", "vz"];
const BY_LOWER_CASE = new Map([...TWELVE_LEADS, ...OTHER_LEADS].map((name) => [name.toLowerCase(), name] as const));
/** D1 to D3 in the Romance languages, L1 to L3 in some monitors; figures in place of Roman numerals. */
const ALIASES = new Map([
  ["di", "I"], ["dii", "II"], ["diii", "III"], ["d1", "I"], ["d2", "II"], ["d3", "III"],
  ["l1", "I"], ["l2", "II"], ["l3", "III"], ["1", "I"], ["2", "II"], ["3", "III"],
  ["ml1", "MLI"], ["modii", "MLII"], ["modi", "MLI"], ["c1", "V1"], ["c2", "V2"], ["c3", "V3"], ["c4", "V4"], ["c5", "V5"], ["c6", "V6"],
]);
/** Words around a lead's name: "Lead II", "ECG_V1", "EKG Ableitung I", "I (mV)". */
const AROUND = /^(?:(?:ecg|ekg|lead|leads|ableitung|channel|dérivation|derivation|derivación|derivazione|derivação|afleiding)[\s._:-]*)+/i;
const UNIT_AT_END = /(?<![\s_])[\s_]*[([{][^()[\]{}]*[)\]}]$/;

/** The standard lead that a name means ("lead ii", "ECG_II", "DII" are II), null where it means none. */
export function standardLead(name: string): string | null {
  const plain = name.normalize("NFKC").trim().replace(/^(['"])(.*)\1$/, "$2").replace(UNIT_AT_END, "").trim();
  const bare = plain.replace(AROUND, "");
  // A lone figure numbers a column; only after the word "lead" it names one.
  if (/^\d$/.test(bare) && !/lead|ableitung|d[eé]riva|afleiding/i.test(plain)) return null;
  const key = bare.toLowerCase();
  return BY_LOWER_CASE.get(key) ?? ALIASES.get(key) ?? null;
}
