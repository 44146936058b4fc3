/** What the site has set on this device; everything here has a default that changes nothing. */
export interface Settings {
  /** the app locks when nobody has used it for so long, 1 to 120 */
  readonly idleLockMinutes: number;
  /** origins of pages that may drive the app in a frame, e.g. "https://ward.example"; none by default */
  readonly allowedOrigins: readonly string[];
  /** by model: a file less like the training data than this, 0 to 1, gets no predictions; a model that is not named never abstains */
  readonly abstainBelow: Readonly<Record<string, number>>;
  /** how much of sensitivity and of positive predictivity a challenger may lose on the evaluation set, as shares; null until the site says */
  readonly gateMargin: number | null;
  /** ISO 8601; null before the first backup */
  readonly lastBackupAt: string | null;
  /** somebody is reminded when the last backup is older; 0: never */
  readonly backupReminderDays: number;
}

export const DEFAULT_SETTINGS: Settings = { idleLockMinutes: 10, allowedOrigins: [], abstainBelow: {}, gateMargin: null, lastBackupAt: null, backupReminderDays: 7 };

export const LONGEST_IDLE_MINUTES = 120;
