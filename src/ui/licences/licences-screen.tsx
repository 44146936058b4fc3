import { Card } from "../shared/card.tsx";
import { formatCounted } from "../shared/format.ts";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { COMPILED_IN, DATA_SOURCES } from "./data-sources.ts";
import { LicenceRow } from "./licence-row.tsx";
import { useLicences } from "./use-licences.ts";
import styles from "./licences.module.css";

/** Whose work the app holds, and on what terms: software and data. */
export function LicencesScreen() {
  const licences = useLicences();
  return (
    <div className={styles.screen}>
      <h1 tabIndex={-1}>Licences</h1>
      <p className={styles.lead}>Isoline itself is licensed under the Apache License 2.0. It holds the following work of others, unchanged but for being bundled.</p>
      <Card heading="Data" note="shipped samples and models are made of it">
        <ul className={styles.list}>
          {DATA_SOURCES.map(({ name, licence, address, use }) => (
            <li key={name}>
              <strong>{name}</strong>
              <span className={styles.fact}>{licence} · {address}</span>
              <span className={styles.fact}>{use}.</span>
            </li>
          ))}
        </ul>
      </Card>
      <Card heading="Software" note={licences.kind === "loaded" ? formatCounted(licences.shipped.packages.length, "package") : undefined}>
        {licences.kind === "loading" && <p role="status">Loading the list…</p>}
        {licences.kind === "failed" && <ProblemAlert problem={licences.problem} />}
        {licences.kind === "loaded" && (
          <>
            <ul className={styles.list}>
              {licences.shipped.packages.map((each) => <LicenceRow key={`${each.name} ${each.version}`} shipped={each} text={licences.shipped.texts[each.text]} />)}
            </ul>
            <p className={styles.lead}>Compiled into the WebAssembly files of TensorFlow.js: {COMPILED_IN}.</p>
          </>
        )}
      </Card>
    </div>
  );
}
