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

it("nginx.conf has one line that the Dockerfile puts FRAME_ANCESTORS into", async () => {
  expect(await readFile(new URL("../deploy/Dockerfile", import.meta.url), "utf8")).toContain(String.raw`sed "/set \$frame_ancestors/s/'none'/\${FRAME_ANCESTORS}/" deploy/nginx.conf`);
  expect(serverConfigurations().get("nginx.conf")?.split("\n").filter((line) => line.includes("set $frame_ancestors"))).toEqual([`    set $frame_ancestors "'none'";`]);
});
