import { liveQuery } from "dexie";
import type { Alert } from "../../lifecycle/monitoring/rule.ts";
import type { AlertJson, IsolineEvent, SubscribeInput } from "../types.ts";
import type { CallParts } from "./call-parts.ts";
import { checkSummary } from "../../ui/export/check-summary.ts";

/** Tells of what is added to the store from now on, by this tab or another. Resolves once it listens; gives the function that ends it. */
export async function follow({ to }: SubscribeInput, { repository }: Pick<CallParts, "repository">, listener: (event: IsolineEvent) => void): Promise<() => void> {
  const ends = await Promise.all([
    to.includes("results") ? additions(() => repository.listChecks(), (check) => listener({ kind: "result", check: checkSummary(check) })) : null,
    to.includes("alerts") ? additions(() => repository.monitoring.alerts(), (alert) => listener({ kind: "alert", alert: alertJson(alert) })) : null,
  ]);
  return () => ends.forEach((end) => end?.());
}

/** Calls `tell` for each item that was not there at first, oldest first. A check that is brought back after its deletion was there. */
function additions<Item extends { readonly id: string }>(list: () => Promise<readonly Item[]>, tell: (item: Item) => void): Promise<() => void> {
  return new Promise((resolve, reject) => {
    let known: Set<string> | null = null;
    const subscription = liveQuery(list).subscribe({
      next(items) {
        if (known === null) {
          known = new Set(items.map(({ id }) => id));
          resolve(() => subscription.unsubscribe());
          return;
        }
        const added = items.filter(({ id }) => !known?.has(id));
        for (const item of added.toReversed()) {
          known.add(item.id);
          tell(item);
        }
      },
      error: reject,
    });
  });
}

function alertJson({ id, at, modelId, version, metric, value, threshold, sentence }: Alert): AlertJson {
  return { id, at, model: modelId, version, metric, value, threshold, sentence };
}
