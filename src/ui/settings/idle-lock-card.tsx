import { toProblem } from "../../ecg/problem.ts";
import { LONGEST_IDLE_MINUTES } from "../../lifecycle/settings.ts";
import { Card } from "../shared/card.tsx";
import { formatCounted } from "../shared/format.ts";
import { useServices } from "../shared/services.ts";
import { useToast } from "../shared/toast.ts";
import { TextSetting } from "./text-setting.tsx";

/** How long nobody may use the app until it locks. */
export function IdleLockCard({ minutes }: { readonly minutes: number }) {
  const { repository } = useServices();
  const toast = useToast();

  async function save(typed: string): Promise<string | null> {
    const wanted = Number(typed);
    if (!/^\d+$/.test(typed.trim()) || wanted < 1 || wanted > LONGEST_IDLE_MINUTES) return `Type whole minutes from 1 to ${LONGEST_IDLE_MINUTES}.`;
    if (wanted === minutes) return null;
    try {
      await repository.settings.set("idleLockMinutes", wanted, `Set the idle lock to ${formatCounted(wanted, "minute")}, before ${minutes}`);
      toast({ message: `Isoline locks after ${formatCounted(wanted, "idle minute")}` });
      return null;
    } catch (cause) {
      return toProblem(cause).sentence;
    }
  }

  return (
    <Card heading="Idle lock">
      <p>When nobody has used Isoline for this long, it locks in all tabs: keys and signals leave the memory, and nothing of a patient stays on the screen. A check or training under way does not count as use; a training goes on later from its last epoch.</p>
      <TextSetting key={minutes} label="Minutes until it locks" button="Save" text={String(minutes)} maxLength={3} onSubmit={save} />
    </Card>
  );
}
