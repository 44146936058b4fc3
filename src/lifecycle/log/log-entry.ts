/** What somebody did, in the order in which it was done; nothing is ever taken out or changed. */
export interface LogEntry extends LogEvent {
  /** from 1, without a gap */
  readonly sequence: number;
  /** ISO 8601 */
  readonly at: string;
  readonly who: string;
  /** of the entry before; "" of the first */
  readonly previousHash: string;
  /** of everything above, see `hashEntry`; SHA-256, lower-case hex */
  readonly hash: string;
}

export interface LogEvent {
  readonly action: LogAction;
  /** one sentence */
  readonly what: string;
  /** of the model it is about; "" where it is about none */
  readonly modelId: string;
  /** what else is worth keeping: ids, versions, counts, the reason given */
  readonly details: Readonly<Record<string, string | number>>;
}

export const LOG_ACTIONS = [
  "check", "verdict", "relabelling", "training", "registration", "promotion", "rollback", "stage", "evaluation-set",
  "rule", "alert", "suspension", "export", "import", "deletion", "setting", "sign-in", "account", "backup", "call",
] as const;
export type LogAction = (typeof LOG_ACTIONS)[number];
