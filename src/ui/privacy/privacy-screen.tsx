import { useKeys } from "../shared/use-keys.ts";
import { RequestsCard } from "./requests-card.tsx";
import { SelfTestCard } from "./self-test-card.tsx";
import { StoredCard } from "./stored-card.tsx";
import { useRequestWatch } from "./use-request-watch.ts";
import { useSelfTest } from "./use-self-test.ts";
import styles from "./privacy.module.css";

/** That nothing leaves this device, to be seen and tried rather than believed. */
export function PrivacyScreen() {
  const watched = useRequestWatch();
  const { test, run } = useSelfTest();
  useKeys("What leaves this device", [{ keys: "r", label: "Try to send something away", run }]);
  return (
    <div className={styles.screen}>
      <h1 tabIndex={-1}>What leaves this device: nothing</h1>
      <p className={styles.lead}>
        Files are read, checked and kept in this browser. The app is told by its server’s policy to talk to no other place, and asks its own for nothing but its own files; see for yourself below, or in your browser’s developer tools under Network.
      </p>
      <div className={styles.columns}>
        <SelfTestCard test={test} onRun={run} />
        <RequestsCard watched={watched} />
      </div>
      <StoredCard />
    </div>
  );
}
