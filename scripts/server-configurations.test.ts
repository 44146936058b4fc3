import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { serverConfigurations } from "./lib/server-configurations.ts";
import { securityHeaders } from "./security-headers.ts";

it.each([...serverConfigurations()])("deploy/%s has the policy of now; else run npm run server-configurations", async (name, text) => {
  expect(await readFile(new URL(`../deploy/${name}`, import.meta.url), "utf8")).toBe(text);
});

it.each([...serverConfigurations()])("deploy/%s sends every header", (_name, text) => {
  for (const [header, value] of Object.entries(securityHeaders())) {
    expect(text).toContain(header);
    expect(text).toContain(value.replace(/ frame-ancestors .*$/, ""));
  }
});
