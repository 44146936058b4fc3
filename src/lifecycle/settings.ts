/** What the site has set on this device; everything here has a default that changes nothing. */
export interface Settings {
  /** who the activity log names; "" until somebody says */
  readonly operator: string;
  /** origins of pages that may drive the app in a frame, e.g. "https://ward.example"; none by default */
  readonly allowedOrigins: readonly string[];
  /** by model: a file less like the training data than this, 0 to 1, gets no predictions; a model that is not named never abstains */
  readonly abstainBelow: Readonly<Record<string, number>>;
  /** how much of sensitivity and of positive predictivity a challenger may lose on the evaluation set, as shares; null until the site says */
  readonly gateMargin: number | null;
}

export const DEFAULT_SETTINGS: Settings = { operator: "", allowedOrigins: [], abstainBelow: {}, gateMargin: null };

/** Whom the log names where nobody gave a name. */
export const UNNAMED_OPERATOR = "Unnamed user";
