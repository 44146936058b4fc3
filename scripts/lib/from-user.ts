import { resolve } from "node:path";

/** npm runs scripts in the project's folder; paths are meant from where the user stands. */
export const fromUser = (path: string): string => resolve(process.env.INIT_CWD ?? ".", path);
