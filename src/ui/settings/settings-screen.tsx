import { useLiveQuery } from "dexie-react-hooks";
import { toProblem, type Problem } from "../../ecg/problem.ts";
import { isAllowed } from "../../lifecycle/accounts/permission.ts";
import type { Settings } from "../../lifecycle/settings.ts";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { useServices } from "../shared/services.ts";
import { IdleLockCard } from "./idle-lock-card.tsx";
import { OriginsCard } from "./origins-card.tsx";
import styles from "./settings-screen.module.css";

type Read = { readonly kind: "read"; readonly settings: Settings } | { readonly kind: "failed"; readonly problem: Problem };

/** What the site sets on this device. */
export function SettingsScreen({ interfaceHref }: { readonly interfaceHref: string }) {
  const { repository, session } = useServices();
  const mayChange = isAllowed(session, "change settings");
  const read = useLiveQuery(
    () => repository.settings.all().then((settings): Read => ({ kind: "read", settings }), (cause: unknown): Read => ({ kind: "failed", problem: toProblem(cause) })),
    [repository],
  );
  return (
    <div className={styles.screen}>
      <h1 tabIndex={-1}>Settings</h1>
      <p className={styles.intro}>They hold on this device, in this browser. Every change is written to the activity log.</p>
      {read?.kind === "failed" && <ProblemAlert problem={read.problem} />}
      {read?.kind === "read" && (
        <>
          <fieldset disabled={!mayChange} className={styles.cards}>
            <legend className={styles.intro}>{mayChange ? "For everybody who works here:" : "An administrator sets these for everybody who works here:"}</legend>
            <IdleLockCard minutes={read.settings.idleLockMinutes} />
            <OriginsCard origins={read.settings.allowedOrigins} interfaceHref={interfaceHref} />
          </fieldset>
        </>
      )}
    </div>
  );
}
