import { Button } from "../shared/button.tsx";
import { Card } from "../shared/card.tsx";
import { useToast } from "../shared/toast.ts";
import { modelCommands } from "./model-commands.ts";
import type { ModelMeta } from "./model-kinds.ts";
import styles from "./commands-card.module.css";

/** How to make and measure the model anew, for whoever has the source code and the data. */
export function CommandsCard({ meta }: { readonly meta: ModelMeta }) {
  const toast = useToast();
  const copy = (command: string) => {
    navigator.clipboard.writeText(command).then(
      () => toast({ message: "Command copied" }),
      () => toast({ message: `The browser did not allow copying. The command: ${command}` }),
    );
  };
  return (
    <Card heading="Make it anew" note="in the source code's folder; training is seeded and gives the same files">
      <dl className={styles.commands}>
        {modelCommands(meta).map(({ does, command }) => (
          <div key={does}>
            <dt>{does}</dt>
            <dd>
              <code>{command}</code>
              <Button variant="link" aria-label={`Copy the command: ${does}`} onClick={() => copy(command)}>Copy</Button>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
