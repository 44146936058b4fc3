import { useLiveQuery } from "dexie-react-hooks";
import type { ListOwner, ListWithGaps } from "../../db/damaged-records.ts";
import { damagedClause } from "./damaged-words.ts";
import { ProblemAlert } from "./problem-alert.tsx";
import { useServices } from "./services.ts";

interface DamagedNoteProps {
  readonly lists: readonly ListWithGaps[];
  /** absent: of all */
  readonly of?: ListOwner;
}

interface Words {
  readonly noun: string;
  readonly plural: string;
  /** what follows from it, and what can be done */
  readonly advice: string;
}

const BACKUP = "A backup may have what is missing.";

const WORDS: Readonly<Record<ListWithGaps, Words>> = {
  verdicts: { noun: "verdict on this check", plural: "verdicts on this check", advice: "Events that have none now must be judged again." },
  relabels: { noun: "class given to a beat of this check", plural: "classes given to beats of this check", advice: "Beats that have none now must be given one again." },
  runs: { noun: "run", plural: "runs", advice: BACKUP },
  runEpochs: { noun: "epoch of this run", plural: "epochs of this run", advice: `The curves leave out what cannot be read. ${BACKUP}` },
  evaluationSets: { noun: "evaluation set", plural: "evaluation sets", advice: `What was frozen there cannot be kept out of trainings. ${BACKUP}` },
  rules: { noun: "monitoring rule", plural: "monitoring rules", advice: `What was watched by that is not watched now. ${BACKUP}` },
  alerts: { noun: "alert", plural: "alerts", advice: BACKUP },
  settings: { noun: "setting", plural: "settings", advice: `What was set there is as at first. ${BACKUP}` },
  modelVersions: { noun: "version of this model", plural: "versions of this model", advice: "Register the same files again to have them as a new version." },
  aliases: { noun: "record of which version is champion or challenger", plural: "records of which versions are champion and challenger", advice: "If that was the champion’s, this model answers no check until a version is promoted." },
  log: { noun: "entry of the activity log on this model", plural: "entries of the activity log on this model", advice: "What was told there is missing from the history of versions." },
};

/** Says that a list has gaps, where it has any: the records that can be read are shown without those that cannot. */
export function DamagedNote({ lists, of }: DamagedNoteProps) {
  const { repository } = useServices();
  const counts = useLiveQuery(async () => {
    try {
      return await Promise.all(lists.map((list) => repository.damagedRecords(list, of)));
    } catch {
      return []; // The lists themselves say why they cannot be read.
    }
  }, [repository, lists.join(), JSON.stringify(of)]);
  const sentences = (counts ?? []).flatMap((count, i) => (count === 0 ? [] : [sentenceOf(count, WORDS[lists[i]])]));
  return sentences.length === 0 ? null : <ProblemAlert problem={{ sentence: sentences.join(" ") }} />;
}

const sentenceOf = (count: number, { noun, plural, advice }: Words): string => `${damagedClause(count, noun, plural)}. ${advice}`;
