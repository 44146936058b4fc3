import type { Problem } from "../../ecg/problem.ts";
import { toProblem } from "../../ecg/problem.ts";
import { ALL_MODELS } from "../../models/catalog.ts";
import type { KnownAnswerTest } from "../../models/known-answers/known-answer.ts";
import type { ModelId } from "../../models/model-id.ts";
import { inputText } from "../models/model-kinds.ts";
import type { AnalysisService } from "../../worker/protocol.ts";

export type ModelTest =
  | { readonly kind: "waiting" }
  | { readonly kind: "running" }
  | { readonly kind: "tested"; readonly test: KnownAnswerTest }
  | { readonly kind: "failed"; readonly problem: Problem };

/** How each shipped model did in the last round, and which backends were rejected since the app started. */
export interface KnownAnswers {
  readonly models: readonly { readonly id: ModelId; readonly name: string; /** what it takes, in a few words */ readonly takes: string; readonly state: ModelTest }[];
  readonly isRunning: boolean;
  readonly rejected: readonly string[];
}

export interface KnownAnswerTests {
  /** Tests every model, one after another; does nothing while a round runs. */
  readonly run: () => Promise<void>;
  readonly subscribe: (listener: () => void) => () => void;
  readonly current: () => KnownAnswers;
}

/** Lets the worker test its models, and remembers how they did for whoever shows it. */
export function createKnownAnswerTests({ testModel }: Pick<AnalysisService, "testModel">): KnownAnswerTests {
  const listeners = new Set<() => void>();
  let answers: KnownAnswers = { models: ALL_MODELS.map((meta) => ({ id: meta.id, name: meta.name, takes: inputText(meta), state: { kind: "waiting" } })), isRunning: false, rejected: [] };

  function change(next: Partial<KnownAnswers>): void {
    answers = { ...answers, ...next };
    listeners.forEach((listener) => listener());
  }

  const set = (id: ModelId, state: ModelTest) => change({ models: answers.models.map((model) => (model.id === id ? { ...model, state } : model)) });

  async function test(id: ModelId): Promise<void> {
    set(id, { kind: "running" });
    const outcome = await testModel(id, new AbortController().signal).catch((cause: unknown) => ({ kind: "failed", problem: toProblem(cause) }) as const);
    if (outcome.kind === "tested" && outcome.test.rejected.length > 0) change({ rejected: [...answers.rejected, ...outcome.test.rejected] });
    set(id, outcome.kind === "cancelled" ? { kind: "waiting" } : outcome);
  }

  return {
    async run() {
      if (answers.isRunning) return;
      change({ isRunning: true, models: answers.models.map((model) => ({ ...model, state: { kind: "waiting" } })) });
      for (const { id } of ALL_MODELS) await test(id);
      change({ isRunning: false });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    current: () => answers,
  };
}
