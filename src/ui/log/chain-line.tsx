import type { StoredLog } from "../../db/lifecycle/activity-log.ts";
import { chainSentence } from "../../lifecycle/log/verify-chain.ts";
import { formatCounted } from "../shared/format.ts";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { useChainState } from "./use-log.ts";
import styles from "./log-screen.module.css";

/** Whether every entry still follows from the one before. */
export function ChainLine({ log }: { readonly log: StoredLog }) {
  const state = useChainState(log);
  if (state === null) return <p role="status" className={styles.whole}>Verifying the chain …</p>;
  if (state.kind === "broken") return <ProblemAlert problem={{ sentence: chainSentence(state) }} />;
  const last = log.entries.at(-1);
  return (
    <p className={styles.whole}>
      The chain of {formatCounted(state.entries, "entry", "entries")} is whole: each holds the hash of the one before. {last !== undefined && <>Last hash: <code>{last.hash.slice(0, 16)}</code></>}
    </p>
  );
}
