import type { Finding } from "../table.ts";

/** What is noted while reading, finer than `Finding.code`. */
export type Note =
  | Exclude<Finding["code"], "other">
  | "windows-1252"
  | "units-line"
  | "blank-lines"
  | "past-midnight"
  | "patient-from-file-name"
  | "labels-from-cycle"
  | "filled-out-of-range"
  | "zero-beats"
  | "beats-outside-unit"
  | "unlabelled-beats"
  | "zero-or-one"
  | "recording-gaps"
  | "missing-samples"
  | "samples-slightly-back"
  | "cut-off-row";

interface NoteText {
  readonly code: Finding["code"];
  readonly sentence: (count: string, plural: boolean) => string;
}

const EXAMPLES = 3;

/** In the order in which the user reads them. */
const NOTES: Record<Note, NoteText> = {
  "already-scaled": {
    code: "already-scaled",
    sentence: (count) => `The heart rates of all ${count} rows are already scaled to 0–1, as the preprocessed form has them, and are used as they are.`,
  },
  "rr-converted": { code: "rr-converted", sentence: (count) => `RR intervals in ${count} rows were converted to beats per minute.` },
  "labels-from-cycle": { code: "other", sentence: (count) => `Labels of ${count} rows were taken from cycle_id: 1111 is anomalous, all else normal.` },
  "gaps-filled": {
    code: "gaps-filled",
    sentence: (count, plural) => `${count} missing heart ${plural ? "rates were" : "rate was"} filled by interpolation between the known ones.`,
  },
  "out-of-range": {
    code: "out-of-range",
    sentence: (count, plural) => `${count} heart ${plural ? "rates lie" : "rate lies"} outside 15–350 bpm; kept and flagged.`,
  },
  "filled-out-of-range": {
    code: "out-of-range",
    sentence: (count, plural) =>
      `${count} filled heart ${plural ? "rates lie" : "rate lies"} outside 15–350 bpm, since the known ones beside the gap change steeply; kept and flagged.`,
  },
  "duplicate-times": {
    code: "duplicate-times",
    sentence: (count, plural) => `${count} ${plural ? "rows have" : "row has"} the same time as another row of the same patient; kept and flagged.`,
  },
  "time-backwards": {
    code: "time-backwards",
    sentence: (count, plural) => `In ${count} ${plural ? "rows" : "row"} the time goes backwards within a patient; rows were put in the order of time and these are flagged.`,
  },
  "past-midnight": {
    code: "other",
    sentence: (count, plural) => `Clock times pass midnight ${count} ${plural ? "times" : "time"}; what follows was taken as the next day.`,
  },
  "unlabelled-rows": {
    code: "unlabelled-rows",
    sentence: (count, plural) => `${count} ${plural ? "rows have" : "row has"} no label and ${plural ? "do" : "does"} not count in precision and recall.`,
  },
  "merged-files": {
    code: "merged-files",
    sentence: (count, plural) => `${count} ${plural ? "patients are" : "patient is"} in more than one file; ${plural ? "their" : "the"} rows were merged.`,
  },
  "unlabelled-beats": {
    code: "unlabelled-rows",
    sentence: (count, plural) => `${count} ${plural ? "beats have" : "beat has"} no class and ${plural ? "do" : "does"} not count in any figure.`,
  },
  "zero-or-one": {
    code: "other",
    sentence: (count) =>
      `All ${count} classes are 0 or 1 and were read as N and S (supraventricular). Where 1 means abnormal, as in the PTB part of the published heartbeat files, the true classes shown are wrong.`,
  },
  "flat-beats": {
    code: "flat-beats",
    sentence: (count, plural) => `${count} ${plural ? "beats are" : "beat is"} flat: all samples are the same, so ${plural ? "they say" : "it says"} nothing about the heart; kept.`,
  },
  "zero-beats": {
    code: "flat-beats",
    sentence: (count, plural) => `${count} ${plural ? "beats hold" : "beat holds"} nothing but zeros; kept.`,
  },
  "beats-outside-unit": {
    code: "out-of-range",
    sentence: (count, plural) =>
      `${count} ${plural ? "beats have" : "beat has"} samples outside 0–1. The classifiers learnt from beats scaled to 0–1, so what they say about ${plural ? "these" : "this one"} is not to be relied on; kept as in the file.`,
  },
  resampled: {
    code: "resampled",
    sentence: (count, plural) =>
      `${count} ${plural ? "beats were" : "beat was"} resampled to 187 samples at 125 Hz, cut off or filled up with zeros at the end, and ${plural ? "each" : "it was"} scaled to 0–1, since the models learnt from beats of that form.`,
  },
  "recording-gaps": {
    code: "gaps-filled",
    sentence: (count, plural) => `The times jump ${count} ${plural ? "times" : "time"}; what is missing was filled with the value before, marked, and left out of statistics.`,
  },
  "missing-samples": {
    code: "gaps-filled",
    sentence: (count, plural) =>
      `${count} empty ${plural ? "samples were" : "sample was"} filled with the value before, marked as missing, and left out of statistics.`,
  },
  "samples-slightly-back": {
    code: "time-backwards",
    sentence: (count, plural) => `In ${count} ${plural ? "rows" : "row"} the time goes back a little; samples were kept in the order of the file, evenly spaced.`,
  },
  "cut-off-row": { code: "other", sentence: () => "The file breaks off in its last line, which was left out." },
  "patient-from-file-name": {
    code: "other",
    sentence: (count, plural) => `${count} ${plural ? "files have" : "file has"} no column for the patient; the file name was taken as patient ID.`,
  },
  "no-time-column": {
    code: "no-time-column",
    sentence: (count, plural) =>
      `${count} ${plural ? "files have" : "file has"} no column for the time; RR intervals were summed up, other rows numbered from 0.`,
  },
  "comment-lines": {
    code: "comment-lines",
    sentence: (count, plural) => `${count} ${plural ? "lines" : "line"} of comments or notes above the table ${plural ? "were" : "was"} passed over.`,
  },
  "units-line": { code: "other", sentence: (count, plural) => `${count} ${plural ? "lines" : "line"} of units below the header ${plural ? "were" : "was"} passed over.` },
  "blank-lines": {
    code: "other",
    sentence: (count, plural) => `${count} empty ${plural ? "lines" : "line"} among the data ${plural ? "were" : "was"} passed over.`,
  },
  "windows-1252": {
    code: "other",
    sentence: (count, plural) => `${count} ${plural ? "files are" : "file is"} no valid UTF-8 and ${plural ? "were" : "was"} read as Windows-1252; check names with accents.`,
  },
};

/** Counts what is noted, and keeps the first few places of each. */
export class FindingLog {
  readonly #notes = new Map<Note, { count: number; examples: { file: string; line: number }[] }>();

  note(note: Note, file: string, line: number): void {
    const entry = this.#entryOf(note);
    entry.count++;
    if (entry.examples.length < EXAMPLES) entry.examples.push({ file, line });
  }

  /** Notes `count` cases at once, without a place. */
  add(note: Note, count: number): void {
    if (count > 0) this.#entryOf(note).count += count;
  }

  findings(): Finding[] {
    return (Object.keys(NOTES) as Note[]).flatMap((note) => {
      const entry = this.#notes.get(note);
      if (!entry) return [];
      const { code, sentence } = NOTES[note];
      return [{ code, count: entry.count, sentence: sentence(entry.count.toLocaleString("en-US"), entry.count !== 1), examples: entry.examples }];
    });
  }

  #entryOf(note: Note) {
    let entry = this.#notes.get(note);
    if (!entry) this.#notes.set(note, (entry = { count: 0, examples: [] }));
    return entry;
  }
}
