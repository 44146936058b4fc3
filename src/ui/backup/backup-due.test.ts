import { expect, it } from "vitest";
import { backupDue } from "./backup-due.ts";

const now = Date.parse("2026-11-22T12:00:00.000Z");
const due = (lastBackupAt: string | null, firstCheckAt: string | null, backupReminderDays = 7) => backupDue({ lastBackupAt, backupReminderDays }, firstCheckAt, now);

it("reminds when the last backup is older than the site wants, or when there was none for as long", () => {
  expect(due("2026-11-15T12:00:00.000Z", null)).toMatch(/last backup .* 7 days old/);
  expect(due(null, "2026-11-12T12:00:00.000Z")).toMatch(/Nothing .* backed up.* 10 days old/);
});

it("is silent before that, without checks, where nobody wants it, and where the clock was set back", () => {
  expect(due("2026-11-15T12:00:01.000Z", null)).toBeNull();
  expect(due("2026-11-21T12:00:00.000Z", "2026-01-01T12:00:00.000Z")).toBeNull();
  expect(due(null, null)).toBeNull();
  expect(due(null, "2026-01-01T12:00:00.000Z", 0)).toBeNull();
  expect(due("2027-11-15T12:00:00.000Z", null)).toBeNull();
});
