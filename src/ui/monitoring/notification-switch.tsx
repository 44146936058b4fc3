import { useState } from "react";
import { toProblem } from "../../ecg/problem.ts";
import { useToast } from "../shared/toast.ts";
import { notificationState, setNotifications } from "./system-notifications.ts";
import styles from "./monitoring.module.css";

/** Whether alerts are shown by the system too; the browser is asked only when this is turned on. */
export function NotificationSwitch() {
  const toast = useToast();
  const [state, setState] = useState(notificationState);
  if (state === "unsupported") return null;
  const change = (on: boolean) => void setNotifications(on).then(setState, (cause: unknown) => toast({ message: toProblem(cause).sentence }));
  return (
    <label className={styles.note}>
      <input type="checkbox" checked={state === "on"} disabled={state === "refused"} onChange={(event) => change(event.target.checked)} />
      {" "}Alerts also as notifications of the system{state === "refused" && ": the browser refuses them for this site; its settings can change that"}
    </label>
  );
}
