import { useLiveQuery } from "dexie-react-hooks";
import { useEffect } from "react";
import { toProblem } from "../../ecg/problem.ts";
import { useServices } from "../shared/services.ts";
import { useToast } from "../shared/toast.ts";
import { applyRules } from "./apply-rules.ts";
import { monitoredChecks } from "./monitored-checks.ts";
import { notify } from "./system-notifications.ts";

/** Judges the site's rules whenever a check is saved, a verdict given or a rule changed, in this tab or another; alerts are shown here. Mounted once. */
export function useRuleWatch(): void {
  const { repository } = useServices();
  const toast = useToast();
  const watched = useLiveQuery(async () => {
    try {
      const rules = await repository.monitoring.rules();
      return rules.some(({ isOn }) => isOn) ? { rules, checks: await monitoredChecks(repository) } : null;
    } catch {
      return null; // The screens that show checks say why they cannot be read.
    }
  }, [repository]);

  useEffect(() => {
    if (watched === undefined || watched === null) return;
    // Other tabs judge the same rules: one after another, so that each alert is raised once.
    navigator.locks.request("isoline-rules", () => applyRules(repository)).then(
      (alerts) => {
        for (const { sentence } of alerts) {
          toast({ message: sentence });
          notify("Isoline alert", sentence).catch((cause: unknown) => toast({ message: `${sentence} The system did not show it: ${toProblem(cause).sentence}` }));
        }
      },
      (cause: unknown) => toast({ message: `The rules could not be judged. ${toProblem(cause).sentence}` }),
    );
  }, [watched, repository, toast]);
}
