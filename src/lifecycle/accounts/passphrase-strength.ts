import { ProblemError } from "../../ecg/problem.ts";
import { LEAST_PASSPHRASE } from "./account.ts";

/** How hard a passphrase is to guess: 0 (at once) to 4 (out of reach), as zxcvbn scores it. */
export interface Strength {
  readonly score: 0 | 1 | 2 | 3 | 4;
  readonly word: string;
  /** what would make it stronger; "" where nothing needs to */
  readonly advice: string;
}

const WORDS = ["Very weak", "Weak", "Fair", "Good", "Strong"] as const;

/** Guessing and the list of common passphrases are a large part of the app, so they are loaded with the first passphrase that is chosen. */
const loaded = { estimator: null as Promise<(passphrase: string, names: readonly string[]) => Strength["score"]> | null };

function estimator(): Promise<(passphrase: string, names: readonly string[]) => Strength["score"]> {
  loaded.estimator ??= Promise.all([import("@zxcvbn-ts/core"), import("@zxcvbn-ts/language-common")]).then(([{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }]) => {
    const zxcvbn = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
    return (passphrase, names) => {
      const { score } = zxcvbn.check(passphrase, [...names, "isoline"]);
      // It keeps what it judged last.
      zxcvbn.check("");
      return score;
    };
  });
  return loaded.estimator;
}

/** `names`: what somebody who knows the account would try first. */
export async function passphraseStrength(passphrase: string, names: readonly string[]): Promise<Strength> {
  const score = (await estimator())(passphrase, names.flatMap(formsOf));
  return { score, word: WORDS[score], advice: adviceFor(passphrase, score) };
}

/** A name as it is, run together, and each of its words. */
const formsOf = (name: string): string[] => [name, name.replace(/\s+/g, ""), ...name.split(/\s+/)].filter((form) => form !== "");

function adviceFor(passphrase: string, score: Strength["score"]): string {
  const missing = LEAST_PASSPHRASE - Array.from(passphrase).length;
  if (missing > 0) return `At least ${LEAST_PASSPHRASE} characters: ${missing} more.`;
  if (score <= 1) return "Among the first that would be tried. Take several words that do not belong together.";
  return score === 2 ? "Another word would make it good." : "";
}

/** Throws the ProblemError "passphrase-weak" for a passphrase that is too short, common or easily guessed. */
export async function requireStrength(passphrase: string, names: readonly string[]): Promise<void> {
  const { score, advice } = await passphraseStrength(passphrase, names);
  if (Array.from(passphrase).length >= LEAST_PASSPHRASE && score >= 2) return;
  throw new ProblemError("passphrase-weak", "This passphrase is too easily guessed", advice);
}
