import { useState } from "react";
import { ALL_MODELS, modelName } from "../../models/catalog.ts";
import { DamagedNote } from "../shared/damaged-note.tsx";
import { Field } from "../shared/field.tsx";
import { formatCount } from "../shared/format.ts";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { typedNumber } from "../shared/typed-number.ts";
import { AbstentionCard } from "./abstention-card.tsx";
import { AlertsCard } from "./alerts-card.tsx";
import { ChartsCard } from "./charts-card.tsx";
import { FiguresCard } from "./figures-card.tsx";
import { RulesCard } from "./rules-card.tsx";
import { SuspensionsCard } from "./suspensions-card.tsx";
import { useMonitoring } from "./use-monitoring.ts";
import styles from "./monitoring.module.css";

interface MonitoringScreenProps {
  readonly checkHref: string;
  readonly resultHref: (checkId: string) => string;
  readonly trainHref: (modelId: string) => string;
}

const FIRST_WINDOW = 10;

/** How the models do on this device over time, the rules that watch them, and what the rules brought about. */
export function MonitoringScreen({ checkHref, resultHref, trainHref }: MonitoringScreenProps) {
  const stored = useMonitoring();
  const [picked, setPicked] = useState<string | null>(null);
  const [pickedVersion, setPickedVersion] = useState<number | null>(null);
  const [windowText, setWindowText] = useState(String(FIRST_WINDOW));

  const heading = <h1 tabIndex={-1}>Monitoring</h1>;
  if (stored.kind === "reading") return <div className={styles.screen}>{heading}<p role="status">Reading the saved checks …</p></div>;
  if (stored.kind === "failed") return <div className={styles.screen}>{heading}<ProblemAlert problem={stored.problem} /></div>;

  const { checks, rules, alerts, suspensions, settings } = stored.monitoring;
  const modelId = picked ?? checks.at(0)?.modelId ?? ALL_MODELS[0].id;
  const own = checks.filter((check) => check.modelId === modelId);
  const versions = [...new Set(own.map(({ version }) => version))].sort((a, b) => b - a);
  const version = pickedVersion !== null && versions.includes(pickedVersion) ? pickedVersion : null;
  const shown = own.filter((check) => version === null || check.version === version);
  const typed = typedNumber(windowText);
  const isWindow = Number.isInteger(typed) && typed >= 1;
  const newest = isWindow ? typed : FIRST_WINDOW;
  const count = (id: string) => checks.filter((check) => check.modelId === id).length;
  return (
    <div className={styles.screen}>
      {heading}
      <DamagedNote lists={["rules", "alerts"]} />
      <AlertsCard alerts={alerts} trainHref={trainHref} />
      {suspensions.length > 0 && <SuspensionsCard suspensions={suspensions} />}
      <div className={styles.tools}>
        <Field label="Model">
          <select value={modelId} onChange={(event) => setPicked(event.target.value)}>
            {ALL_MODELS.map(({ id, name }) => <option key={id} value={id}>{name} ({formatCount(count(id))})</option>)}
          </select>
        </Field>
        <Field label="Version">
          <select value={version ?? ""} onChange={(event) => setPickedVersion(event.target.value === "" ? null : Number(event.target.value))}>
            <option value="">All</option>
            {versions.map((each) => <option key={each} value={each}>{each}</option>)}
          </select>
        </Field>
        <Field label="Newest checks">
          <input inputMode="numeric" autoComplete="off" value={windowText} aria-invalid={!isWindow} onChange={(event) => setWindowText(event.target.value)} />
        </Field>
        {!isWindow && <p role="alert" className={styles.error}>Type a whole number from 1 on; {FIRST_WINDOW} are taken meanwhile.</p>}
      </div>
      <FiguresCard checks={shown} newest={newest} modelName={modelName(modelId)} checkHref={checkHref} />
      {shown.length > 0 && <ChartsCard checks={shown} newest={newest} resultHref={resultHref} />}
      <RulesCard key={modelId} modelId={modelId} rules={rules.filter((rule) => rule.modelId === modelId)} checks={checks} />
      <AbstentionCard key={`${modelId} abstains`} modelId={modelId} abstainBelow={settings.abstainBelow} />
    </div>
  );
}
