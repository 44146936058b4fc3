import type { Repository } from "../../db/repository.ts";
import { ProblemError } from "../../ecg/problem.ts";

/** Whether the administrator lets pages of this origin drive the app; read anew each time, so that a change holds at once. None without storage. */
export async function isAllowed(origin: string, { settings }: Pick<Repository, "settings">): Promise<boolean> {
  try {
    return (await settings.all()).allowedOrigins.includes(origin);
  } catch (cause) {
    if (cause instanceof ProblemError && cause.code === "store-missing") return false;
    throw cause;
  }
}
