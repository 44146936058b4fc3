import { toProblem } from "../../ecg/problem.ts";
import { Card } from "../shared/card.tsx";
import { formatCounted } from "../shared/format.ts";
import { useServices } from "../shared/services.ts";
import { useToast } from "../shared/toast.ts";
import { TextSetting } from "../settings/text-setting.tsx";

const MOST_DAYS = 365;

/** After how many days somebody is reminded to back up. */
export function ReminderCard({ days }: { readonly days: number }) {
  const { repository } = useServices();
  const toast = useToast();

  async function save(typed: string): Promise<string | null> {
    const wanted = Number(typed);
    if (!/^\d+$/.test(typed.trim()) || wanted > MOST_DAYS) return `Type whole days from 0 (never) to ${MOST_DAYS}.`;
    if (wanted === days) return null;
    try {
      await repository.settings.set("backupReminderDays", wanted, `Set the reminder of a backup to ${formatCounted(wanted, "day")}, before ${days}`);
      toast({ message: wanted === 0 ? "Nobody is reminded to back up" : `Administrators are reminded after ${formatCounted(wanted, "day")}` });
      return null;
    } catch (cause) {
      return toProblem(cause).sentence;
    }
  }

  return (
    <Card heading="Reminder">
      <p>Administrators are reminded on every screen when the last backup is older than this.</p>
      <TextSetting key={days} label="Days until the reminder, 0 for never" button="Save" text={String(days)} maxLength={3} onSubmit={save} />
    </Card>
  );
}
