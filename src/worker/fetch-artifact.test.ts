import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { artifactFetcher } from "./fetch-artifact.ts";

describe("artifactFetcher", () => {
  let server: Server;
  let base: URL;

  beforeAll(async () => {
    server = createServer(({ url }, response) => {
      if (url === "/app/models/cnn/weights.bin") response.end(Buffer.of(1, 2, 3));
      else if (url === "/app/models/gone.bin") response.writeHead(404).end();
      else response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end("<!doctype html>");
    });
    await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
    base = new URL(`http://localhost:${(server.address() as AddressInfo).port}/app/`);
  });

  afterAll(() => void server.close());

  it("reads the bytes below models/ of the app's own folder", async () => {
    expect(new Uint8Array(await artifactFetcher(base)("cnn/weights.bin"))).toEqual(Uint8Array.of(1, 2, 3));
  });

  it.each([
    ["the server does not have", "gone.bin", /^models\/gone\.bin: .*the server answered 404/],
    ["the server answers with its page", "elsewhere.bin", /^models\/elsewhere\.bin: .*the server answered with a page/],
  ])("names a file that %s", async (_why, path, sentence) => {
    const reading = artifactFetcher(base)(path);
    await expect(reading).rejects.toThrow(sentence);
    await expect(reading).rejects.toHaveProperty("code", "artifact-missing");
  });

  it("names a file when there is no server", async () => {
    await expect(artifactFetcher(new URL("http://localhost:1/"))("cnn/weights.bin")).rejects.toMatchObject({
      code: "artifact-missing",
      place: { file: "models/cnn/weights.bin" },
    });
  });
});
