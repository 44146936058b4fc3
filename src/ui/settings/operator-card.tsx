import { toProblem } from "../../ecg/problem.ts";
import { UNNAMED_OPERATOR } from "../../lifecycle/settings.ts";
import { Card } from "../shared/card.tsx";
import { useServices } from "../shared/services.ts";
import { useToast } from "../shared/toast.ts";
import { TextSetting } from "./text-setting.tsx";

/** Who works here, as the activity log says it. */
export function OperatorCard({ operator }: { readonly operator: string }) {
  const { repository } = useServices();
  const toast = useToast();

  async function save(typed: string): Promise<string | null> {
    const name = typed.trim();
    if (name === operator) return null;
    try {
      await repository.settings.set("operator", name, name === "" ? `${operator} signed out` : `${name} signed in`);
      toast({ message: name === "" ? "The log names nobody now" : `The log names ${name} from now on` });
      return null;
    } catch (cause) {
      return toProblem(cause).sentence;
    }
  }

  return (
    <Card heading="Who works here">
      <p>The activity log writes this name beside what is done. Isoline does not check who it is. Without a name it writes “{UNNAMED_OPERATOR}”.</p>
      <TextSetting key={operator} label="Name for the log" button="Save" text={operator} maxLength={80} onSubmit={save} />
    </Card>
  );
}
