import { toProblem } from "../../ecg/problem.ts";
import { Button } from "../shared/button.tsx";
import { Card } from "../shared/card.tsx";
import { useServices } from "../shared/services.ts";
import { useToast } from "../shared/toast.ts";
import { readOrigin } from "./allowed-origin.ts";
import { TextSetting } from "./text-setting.tsx";
import styles from "./origins-card.module.css";

interface OriginsCardProps {
  readonly origins: readonly string[];
  readonly interfaceHref: string;
}

/** The sites whose pages may drive the app from around its frame. */
export function OriginsCard({ origins, interfaceHref }: OriginsCardProps) {
  const { repository } = useServices();
  const toast = useToast();

  const set = (allowed: readonly string[], what: string) => repository.settings.set("allowedOrigins", allowed, what);

  async function allow(typed: string): Promise<string | null> {
    const reading = readOrigin(typed);
    if (reading.kind === "invalid") return reading.why;
    if (origins.includes(reading.origin)) return `${reading.origin} is allowed already.`;
    try {
      await set([...origins, reading.origin], `Allowed ${reading.origin} to drive the app`);
      return null;
    } catch (cause) {
      return toProblem(cause).sentence;
    }
  }

  function remove(origin: string): void {
    set(origins.filter((other) => other !== origin), `No longer allowed ${origin} to drive the app`).then(
      () => toast({ message: `${origin} is no longer allowed`, undo: () => void set(origins, `Allowed ${origin} to drive the app again`) }),
      (cause: unknown) => toast({ message: toProblem(cause).sentence }),
    );
  }

  return (
    <Card heading="Sites that may drive Isoline" note={<a href={interfaceHref}>What they can call</a>}>
      <p>
        A page of an allowed site that shows Isoline in a frame can ask its models, open files in it and be told of every result and alert. Messages of other sites are ignored.
        Some browsers keep a store of its own for a frame on another site: allow the site within the frame then.
      </p>
      {origins.length === 0 ? <p className={styles.none}>No site is allowed.</p> : (
        <ul className={styles.list} aria-label="Allowed sites">
          {origins.map((origin) => (
            <li key={origin}>
              <code>{origin}</code>
              <Button variant="link" aria-label={`Remove ${origin}`} onClick={() => remove(origin)}>Remove</Button>
            </li>
          ))}
        </ul>
      )}
      <TextSetting label="Site’s origin" button="Allow" placeholder="https://ward.example" maxLength={300} onSubmit={allow} clears />
    </Card>
  );
}
