import { afterEach, expect, it, vi } from "vitest";
import { requestPersistence, storageSpace } from "./storage-space.ts";

/** A browser that agrees to keep what is stored, or not, once it is asked. */
function browser(agrees: boolean) {
  let persisted = false;
  return {
    storage: {
      persist: async () => (persisted = agrees),
      persisted: async () => persisted,
      estimate: async () => ({ usage: 1500, quota: 9000 }),
    },
  };
}

afterEach(() => vi.unstubAllGlobals());

it.each([[true, "kept"], [false, "may-be-cleared"]] as const)("tells what a browser that agrees (%s) does with the checks", async (agrees, persistence) => {
  vi.stubGlobal("navigator", browser(agrees));
  expect((await storageSpace()).persistence).toBe("may-be-cleared");
  expect(await requestPersistence()).toEqual({ persistence, usedBytes: 1500, quotaBytes: 9000 });
  expect((await storageSpace()).persistence).toBe(persistence);
});

it.each([
  ["has no storage manager", {}],
  ["refuses", { storage: { ...browser(true).storage, estimate: () => Promise.reject(new DOMException("no", "SecurityError")) } }],
])("says unknown where the browser %s", async (_, navigator) => {
  vi.stubGlobal("navigator", navigator);
  const unknown = { persistence: "unknown", usedBytes: null, quotaBytes: null };
  expect(await storageSpace()).toEqual(unknown);
  expect(await requestPersistence()).toEqual(unknown);
});
