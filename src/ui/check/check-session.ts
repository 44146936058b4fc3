import type { BeatTable } from "../../ecg/beats/table.ts";
import type { HeartRateTable } from "../../ecg/heart-rate/table.ts";
import type { FileAnswers, FileQuestion } from "../../ecg/reading/open-files.ts";
import type { Recording } from "../../ecg/recording/recording.ts";
import type { Problem } from "../../ecg/problem.ts";
import type { Progress } from "../../ecg/progress.ts";
import { answeredQuestion } from "./import-answers.ts";

/** What is in hand, and the key under which its signals are saved: once for all checks of this opening. */
export type Opened = OpenedTable | OpenedRecording;

export interface OpenedTable<Table extends HeartRateTable | BeatTable = HeartRateTable | BeatTable> {
  readonly kind: "table";
  readonly table: Table;
  readonly signalsId: string;
  /** the check of the recording whose heart rate this is */
  readonly recordingCheckId?: string;
}

export interface OpenedRecording {
  readonly kind: "recording";
  readonly recording: Recording;
  /** index of the lead whose beats are looked for */
  readonly leadIndex: number;
  readonly signalsId: string;
}

/** Nothing under way: what a cancelled or failed job falls back to. `problem` is the last job's failure. */
export type RestingState =
  | { readonly kind: "empty"; readonly problem: Problem | null }
  | { readonly kind: "opened"; readonly opened: Opened; readonly problem: Problem | null };

export type SessionState =
  | RestingState
  | {
      readonly kind: "opening";
      readonly files: readonly File[];
      readonly progress: Progress | null;
      /** the question as it was answered, asked again if the answer will not do */
      readonly answered: FileQuestion | null;
      readonly before: RestingState;
    }
  | {
      readonly kind: "asking";
      readonly files: readonly File[];
      readonly question: FileQuestion;
      /** why the last answer would not do */
      readonly problem: Problem | null;
      readonly before: RestingState;
    }
  | {
      readonly kind: "checking";
      readonly opened: Opened;
      /** the detectors of this run, by name, and the one at work */
      readonly detectorNames: readonly string[];
      readonly position: number;
      readonly progress: Progress | null;
    };

export type SessionEvent =
  | { readonly kind: "open-started"; readonly files: readonly File[] }
  | { readonly kind: "answered"; readonly answers: FileAnswers }
  | { readonly kind: "asked"; readonly question: FileQuestion }
  | { readonly kind: "opened"; readonly opened: Opened }
  | { readonly kind: "lead-chosen"; readonly leadIndex: number }
  | { readonly kind: "removed" }
  | { readonly kind: "check-started"; readonly detectorNames: readonly string[] }
  | { readonly kind: "detector-started"; readonly position: number }
  | { readonly kind: "check-finished" }
  | { readonly kind: "progressed"; readonly progress: Progress }
  | { readonly kind: "cancelled" }
  | { readonly kind: "failed"; readonly problem: Problem };

export const EMPTY_SESSION: RestingState = { kind: "empty", problem: null };

/** An event that means nothing in the present state leaves it as it is. */
export function reduceSession(state: SessionState, event: SessionEvent): SessionState {
  switch (event.kind) {
    case "open-started":
      if (state.kind === "checking") return state;
      return { kind: "opening", files: event.files, progress: null, answered: null, before: withoutProblem(restingBehind(state)) };
    case "answered":
      if (state.kind !== "asking") return state;
      return { kind: "opening", files: state.files, progress: null, answered: withAnswers(state.question, event.answers), before: state.before };
    case "asked":
      if (state.kind !== "opening") return state;
      return { kind: "asking", files: state.files, question: event.question, problem: null, before: state.before };
    case "opened":
      return state.kind === "checking" ? state : { kind: "opened", opened: event.opened, problem: null };
    case "lead-chosen":
      if (state.kind !== "opened" || state.opened.kind !== "recording") return state;
      return { ...state, opened: { ...state.opened, leadIndex: event.leadIndex } };
    case "removed":
      return state.kind === "opened" ? EMPTY_SESSION : state;
    case "check-started":
      if (state.kind !== "opened") return state;
      return { kind: "checking", opened: state.opened, detectorNames: event.detectorNames, position: 0, progress: null };
    case "detector-started":
      return state.kind === "checking" ? { ...state, position: event.position, progress: null } : state;
    case "check-finished":
      return state.kind === "checking" ? restingBehind(state) : state;
    case "progressed":
      return state.kind === "opening" || state.kind === "checking" ? { ...state, progress: event.progress } : state;
    case "cancelled":
      return restingBehind(state);
    case "failed":
      if (state.kind === "opening" && state.answered !== null) {
        return { kind: "asking", files: state.files, question: state.answered, problem: event.problem, before: state.before };
      }
      return { ...restingBehind(state), problem: event.problem };
  }
}

/** What is in hand, also while a job is under way. */
export function openedBy(state: SessionState): Opened | null {
  const resting = restingBehind(state);
  return resting.kind === "opened" ? resting.opened : null;
}

/** Where the session returns to when the job under way ends without a new table. */
function restingBehind(state: SessionState): RestingState {
  switch (state.kind) {
    case "empty":
    case "opened":
      return state;
    case "opening":
    case "asking":
      return state.before;
    case "checking":
      return { kind: "opened", opened: state.opened, problem: null };
  }
}

/** The question with the user's answers in place of the guess. */
function withAnswers(question: FileQuestion, answers: FileAnswers): FileQuestion {
  switch (question.kind) {
    case "heart-rate":
      return answers.kind === question.kind ? answeredQuestion(question, answers) : question;
    case "beats":
      return answers.kind === question.kind ? { ...question, guess: answers } : question;
    case "recording":
      return answers.kind === question.kind ? { ...question, guess: answers } : question;
  }
}

function withoutProblem(state: RestingState): RestingState {
  return { ...state, problem: null };
}
