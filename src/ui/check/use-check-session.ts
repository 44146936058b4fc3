import { useEffect, useReducer, useRef } from "react";
import { toProblem } from "../../ecg/problem.ts";
import type { Progress } from "../../ecg/progress.ts";
import type { FileAnswers } from "../../ecg/reading/open-files.ts";
import { bestLead } from "../../ecg/recording/best-lead.ts";
import type { LoadedCheck } from "../../db/records.ts";
import type { Repository } from "../../db/repository.ts";
import type { AnalysisService } from "../../worker/protocol.ts";
import { EMPTY_SESSION, openedBy, reduceSession, type Opened, type SessionState } from "./check-session.ts";
import { runOrder, type DetectorOrder } from "./run-order.ts";

export interface CheckSession {
  readonly state: SessionState;
  /** Opens files in place of the table in hand; does nothing during a check. */
  readonly open: (files: readonly File[]) => void;
  /** Opens files that must be fetched first, as the sample data. */
  readonly openFetched: (fetchFiles: (signal: AbortSignal) => Promise<readonly File[]>) => void;
  readonly answer: (answers: FileAnswers) => void;
  /** Takes what a check already made was made on, or what follows from it. */
  readonly reuse: (opened: Opened) => void;
  /** Says in which lead of a recording beats are looked for. */
  readonly chooseLead: (leadIndex: number) => void;
  readonly remove: () => void;
  /** Runs the detectors one after another on the table in hand. */
  readonly check: (orders: readonly DetectorOrder[]) => void;
  /** Ends what is under way, or leaves the question. */
  readonly cancel: () => void;
}

/** A check that has ended, and whether the store takes it; never rejects. */
export interface EndedCheck {
  readonly check: LoadedCheck;
  readonly saved: Promise<boolean>;
}

interface SessionOptions {
  readonly analysis: AnalysisService;
  readonly repository: Repository;
  readonly appVersion: string;
  /** Saves a check as it ends and resolves to whether that worked; nothing waits for it. Never rejects. */
  readonly save: (check: LoadedCheck) => Promise<boolean>;
  /** called when all detectors have ended, or with those that had when the run was cancelled or failed */
  readonly onEnded: (checks: readonly EndedCheck[], how: "finished" | "cut-short") => void;
}

type Job = (signal: AbortSignal, isCurrent: () => boolean) => Promise<void>;

/** The Check screen's session: the table in hand and the job under way. At most one job runs; a new one cancels it. */
export function useCheckSession({ analysis, repository, appVersion, save, onEnded }: SessionOptions): CheckSession {
  const [state, dispatch] = useReducer(reduceSession, EMPTY_SESSION);
  const current = useRef<AbortController | null>(null);
  useEffect(() => () => current.current?.abort(), []);

  function start(job: Job): void {
    current.current?.abort();
    const controller = new AbortController();
    current.current = controller;
    const isCurrent = () => current.current === controller;
    job(controller.signal, isCurrent).catch((cause: unknown) => {
      if (isCurrent()) dispatch(controller.signal.aborted ? { kind: "cancelled" } : { kind: "failed", problem: toProblem(cause) });
    });
  }

  /** Reports of a job that has been replaced or cancelled say nothing about the present state. */
  const progressOf = (signal: AbortSignal) => (progress: Progress) => {
    if (!signal.aborted) dispatch({ kind: "progressed", progress });
  };

  const reading = (files: readonly File[], answers: FileAnswers | null): Job => async (signal, isCurrent) => {
    const outcome = await analysis.open(files, answers, progressOf(signal), signal);
    if (!isCurrent()) return;
    switch (outcome.kind) {
      case "table":
        dispatch({ kind: "opened", opened: { kind: "table", table: outcome.table, signalsId: crypto.randomUUID() } });
        break;
      case "recording": {
        const { recording } = outcome;
        dispatch({ kind: "opened", opened: { kind: "recording", recording, leadIndex: bestLead(recording), signalsId: crypto.randomUUID() } });
        break;
      }
      case "question":
        dispatch({ kind: "asked", question: outcome.question });
        break;
      case "cancelled":
      case "failed":
        dispatch(outcome);
    }
  };

  const checking = (opened: Opened, orders: readonly DetectorOrder[]): Job => async (signal, isCurrent) => {
    const checks: EndedCheck[] = [];
    for (const [position, order] of orders.entries()) {
      dispatch({ kind: "detector-started", position });
      const outcome = await runOrder(opened, order, { analysis, repository, appVersion, onProgress: progressOf(signal), signal });
      if (!isCurrent()) return;
      if (outcome.kind !== "checked") {
        dispatch(outcome);
        onEnded(checks, "cut-short");
        return;
      }
      checks.push({ check: outcome.check, saved: save(outcome.check) });
    }
    dispatch({ kind: "check-finished" });
    onEnded(checks, "finished");
  };

  return {
    state,
    open(files) {
      if (state.kind === "checking" || files.length === 0) return;
      dispatch({ kind: "open-started", files });
      start(reading(files, null));
    },
    openFetched(fetchFiles) {
      if (state.kind === "checking") return;
      dispatch({ kind: "open-started", files: [] });
      start(async (signal, isCurrent) => {
        const files = await fetchFiles(signal);
        dispatch({ kind: "open-started", files });
        await reading(files, null)(signal, isCurrent);
      });
    },
    answer(answers) {
      if (state.kind !== "asking") return;
      dispatch({ kind: "answered", answers });
      start(reading(state.files, answers));
    },
    reuse(opened) {
      if (state.kind === "checking") return;
      current.current?.abort();
      // Its answer may be on its way all the same, and must not take this table's place.
      current.current = null;
      dispatch({ kind: "opened", opened });
    },
    chooseLead: (leadIndex) => dispatch({ kind: "lead-chosen", leadIndex }),
    remove: () => dispatch({ kind: "removed" }),
    check(orders) {
      const opened = openedBy(state);
      if (state.kind !== "opened" || opened === null || orders.length === 0) return;
      dispatch({ kind: "check-started", detectorNames: orders.map(({ detector }) => detector.name) });
      start(checking(opened, orders));
    },
    cancel() {
      if (state.kind === "asking") dispatch({ kind: "cancelled" });
      else current.current?.abort();
    },
  };
}
