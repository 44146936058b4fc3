import { useLiveQuery } from "dexie-react-hooks";
import { toProblem, type Problem } from "../../ecg/problem.ts";
import type { Settings } from "../../lifecycle/settings.ts";
import { ForRole } from "../accounts/for-role.tsx";
import { DamagedNote } from "../shared/damaged-note.tsx";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { useServices } from "../shared/services.ts";
import { IdleLockCard } from "./idle-lock-card.tsx";
import { OriginsCard } from "./origins-card.tsx";
import styles from "./settings-screen.module.css";

type Read = { readonly kind: "read"; readonly settings: Settings } | { readonly kind: "failed"; readonly problem: Problem };

/** What the site sets on this device. */
export function SettingsScreen({ interfaceHref }: { readonly interfaceHref: string }) {
  const { repository } = useServices();
  const read = useLiveQuery(
    () => repository.settings.all().then((settings): Read => ({ kind: "read", settings }), (cause: unknown): Read => ({ kind: "failed", problem: toProblem(cause) })),
    [repository],
  );
  return (
    <div className={styles.screen}>
      <h1 tabIndex={-1}>Settings</h1>
      <p className={styles.intro}>They hold on this device, in this browser, for everybody who works here. Every change is written to the activity log.</p>
      <DamagedNote lists={["settings"]} />
      {read?.kind === "failed" && <ProblemAlert problem={read.problem} />}
      {read?.kind === "read" && (
        <ForRole permission="change settings">
          <IdleLockCard minutes={read.settings.idleLockMinutes} />
          <OriginsCard origins={read.settings.allowedOrigins} interfaceHref={interfaceHref} />
        </ForRole>
      )}
    </div>
  );
}
