import type { Finding } from "../table.ts";
import { standardLead } from "./lead-names.ts";
import { leadPolarity, type Polarity } from "./lead-polarity.ts";
import { limbLeadNotes } from "./limb-leads.ts";
import type { Recording } from "./recording.ts";

/** Leads along the heart's axis, in which P, QRS and T of sinus rhythm are not all negative, and aVR against it, in which they are not all positive. */
const UPRIGHT: readonly string[] = ["II", "MLII", "V5", "V6"];

/**
 * Leads that look upside down or exchanged, as findings in sentences. Rules are such that healthy and diseased hearts
 * rarely meet them: three waves must point the wrong way, or the limb leads contradict each other.
 */
export function checkLeads(recording: Pick<Recording, "leads" | "sampleCount" | "samplingRateHz">): Finding[] {
  const limbNotes = limbLeadNotes(recording);
  const polarityOf = (wanted: (name: string) => boolean) => recording.leads.flatMap((lead) => (wanted(lead.name) ? [{ name: lead.name, polarity: leadPolarity(lead, recording) }] : []));
  const [arm, aVR] = ["I", "aVR"].map((name) => polarityOf((each) => each === name).at(0)?.polarity ?? null);
  const inverted = polarityOf((name) => UPRIGHT.includes(name) || standardLead(name) === null)
    .filter(({ name, polarity }) => polarity === "down" && !limbNotes.some((note) => note.startsWith(`Lead ${name} `)))
    .map(({ name }) => `Lead ${name} looks upside down: its P waves, QRS complexes and T waves are negative. Check how its electrodes were placed.`);
  return [...limbNotes, ...armNotes(arm, aVR, limbNotes), ...inverted].map((sentence) => ({ code: "other", count: 1, sentence, examples: [] }));
}

/** Exchanged arm electrodes turn lead I over and exchange II with III and aVR with aVL: Einthoven's equation still holds. */
function armNotes(i: Polarity | null, aVR: Polarity | null, limbNotes: readonly string[]): string[] {
  if (limbNotes.length > 0) return [];
  const why = "The electrodes of the arms may be exchanged, or the heart may lie on the right.";
  if (i === "down") return [`Lead I looks upside down: its P waves, QRS complexes and T waves are negative. ${why}`];
  return aVR === "up" ? [`Lead aVR looks upside down: its P waves, QRS complexes and T waves are positive. ${why}`] : [];
}
