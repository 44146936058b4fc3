/** A text at a time, as EDF+ keeps it. */
export interface TimedText {
  /** from the file's start time */
  readonly onsetS: number;
  readonly text: string;
}

export interface AnnotationLists {
  /** of the data record, if its first list is one that keeps the time */
  readonly recordOnsetS: number | null;
  readonly texts: readonly TimedText[];
  /** lists that follow no rule of the format */
  readonly unreadable: number;
}

/** Bytes of the format: before a duration, and after the onset and each text. */
const DURATION = "\u0015";
const END = "\u0014";
const ONSET = /^[+-]\d+(?:\.\d*)?$/;

/** Reads the time-stamped annotation lists of one data record, EDF+ 2.2.2 to 2.2.4: each ends in a zero byte. */
export function parseAnnotationLists(bytes: Uint8Array): AnnotationLists {
  const lists = new TextDecoder().decode(bytes).split("\0").filter((list) => list !== "");
  const texts: TimedText[] = [];
  let recordOnsetS: number | null = null;
  let unreadable = 0;
  for (const [i, list] of lists.entries()) {
    const [time, ...notes] = list.split(END);
    const [onset] = time.split(DURATION);
    if (!ONSET.test(onset) || notes.pop() !== "") {
      unreadable++;
      continue;
    }
    const onsetS = Number(onset);
    if (i === 0 && notes[0] === "") recordOnsetS = onsetS;
    for (const text of notes) if (text !== "") texts.push({ onsetS, text });
  }
  return { recordOnsetS, texts, unreadable };
}
