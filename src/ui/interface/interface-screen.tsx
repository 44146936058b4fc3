import { Card } from "../shared/card.tsx";
import { ExampleCard } from "./example-card.tsx";
import { EMBED_EXAMPLE, EXAMPLES } from "./examples.ts";
import reference from "./reference.json";
import { ReferenceList } from "./reference-list.tsx";
import styles from "./interface-screen.module.css";

/** What stands first: the calls themselves, apart from the types they take and give. */
const CALLS = "Isoline";

const names = new Set(reference.map(({ name }) => name));

/** How other programs drive the app: examples that run here, and every type. */
export function InterfaceScreen({ settingsHref }: { readonly settingsHref: string }) {
  return (
    <div className={styles.screen}>
      <h1 tabIndex={-1}>Interface</h1>
      <div className={styles.intro}>
        <p>
          Scripts of this page call <code>window.isoline</code>. A page that shows Isoline in a frame makes the same calls with <code>postMessage</code>, once its
          origin is allowed under <a href={settingsHref}>Settings</a> and by the server that serves Isoline (<code>FRAME_ANCESTORS</code>). Nothing leaves the device;
          every call is written to the activity log. No answer is a diagnosis.
        </p>
        <p>
          A message is <code>{'{ isoline: 1, id, call: "predict", input }'}</code>, its answer <code>{"{ isoline: 1, id, result }"}</code> or{" "}
          <code>{"{ isoline: 1, id, error }"}</code>. Calls wait for the check that is running and are answered each by its id; at most 64 may wait.
        </p>
      </div>
      {EXAMPLES.map(({ file, title }) => <ExampleCard key={file} file={file} title={title} canRun />)}
      <ExampleCard file={EMBED_EXAMPLE} title="Drive Isoline from a page of another site" canRun={false} />
      <Card heading="Calls"><ReferenceList entries={reference.filter(({ name }) => name === CALLS)} names={names} /></Card>
      <Card heading="Types" note="in the order in which the calls use them"><ReferenceList entries={reference.filter(({ name }) => name !== CALLS)} names={names} /></Card>
    </div>
  );
}
