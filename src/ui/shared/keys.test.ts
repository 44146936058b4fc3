import { describe, expect, it } from "vitest";
import { findShortcut, isSingleKey, keyCaps, matchesKeys, mayAct } from "./keys.ts";

const stroke = (key: string, held: Partial<Record<"ctrlKey" | "metaKey" | "altKey" | "shiftKey", boolean>> = {}) =>
  ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

describe("matchesKeys", () => {
  it("takes Ctrl and ⌘ as Mod, and nothing else as it", () => {
    expect(matchesKeys("Mod+Enter", stroke("Enter", { ctrlKey: true }))).toBe(true);
    expect(matchesKeys("Mod+Enter", stroke("Enter", { metaKey: true }))).toBe(true);
    expect(matchesKeys("Mod+Enter", stroke("Enter"))).toBe(false);
    expect(matchesKeys("n", stroke("n", { ctrlKey: true }))).toBe(false);
    expect(matchesKeys("n", stroke("n", { altKey: true }))).toBe(false);
  });
  it("takes letters with caps lock and marks with Shift", () => {
    expect(matchesKeys("n", stroke("N"))).toBe(true);
    expect(matchesKeys("?", stroke("?", { shiftKey: true }))).toBe(true);
  });
  it("takes + as a key, and a letter that asks for Shift only with it", () => {
    expect(matchesKeys("+", stroke("+", { shiftKey: true }))).toBe(true);
    expect(matchesKeys("Mod+Shift+z", stroke("Z", { ctrlKey: true, shiftKey: true }))).toBe(true);
    expect(matchesKeys("Mod+Shift+z", stroke("z", { ctrlKey: true }))).toBe(false);
    expect(matchesKeys("l", stroke("L", { shiftKey: true }))).toBe(false);
  });
  it("tells shifted arrows from plain ones", () => {
    expect(matchesKeys("Shift+ArrowLeft", stroke("ArrowLeft", { shiftKey: true }))).toBe(true);
    expect(matchesKeys("ArrowLeft", stroke("ArrowLeft", { shiftKey: true }))).toBe(false);
  });
});

describe("mayAct", () => {
  it("leaves typing alone", () => {
    expect(mayAct("n", "text")).toBe(false);
    expect(mayAct("Escape", "text")).toBe(true);
    expect(mayAct("Mod+Enter", "text")).toBe(true);
    expect(mayAct("Mod+z", "text")).toBe(false);
  });
  it("leaves a slider its arrows but not the letters", () => {
    expect(mayAct("ArrowLeft", "control")).toBe(false);
    expect(mayAct("Shift+ArrowLeft", "control")).toBe(false);
    expect(mayAct("n", "control")).toBe(true);
  });
});

describe("findShortcut", () => {
  const shortcut = (keys: string, label: string) => ({ keys, label, run: () => undefined });
  const groups = [
    { name: "Everywhere", shortcuts: [shortcut("?", "Help"), shortcut("Escape", "Leave")] },
    { name: "Check", shortcuts: [shortcut("Escape", "Cancel")] },
  ];
  it("prefers the group registered last", () => {
    expect(findShortcut(groups, stroke("Escape"), "none")?.label).toBe("Cancel");
    expect(findShortcut(groups.slice(0, 1), stroke("Escape"), "none")?.label).toBe("Leave");
  });
  it("leaves keys that an element handles itself to it", () => {
    const listed = { name: "Gallery", shortcuts: [shortcut("Escape", "Clear")], isListedOnly: true };
    expect(findShortcut([...groups, listed], stroke("Escape"), "none")?.label).toBe("Cancel");
  });
  it("finds nothing for a key nobody named", () => expect(findShortcut(groups, stroke("q"), "none")).toBeUndefined());
});

it("draws caps for each system", () => {
  expect(keyCaps("Mod+Enter", false)).toEqual(["Ctrl", "Enter"]);
  expect(keyCaps("Mod+Enter", true)).toEqual(["⌘", "Enter"]);
  expect(keyCaps("+", false)).toEqual(["+"]);
  expect(keyCaps("Shift+ArrowLeft", false)).toEqual(["Shift", "←"]);
});

it("tells single keys from the rest", () => expect(["n", "?", "+", "Escape", "Mod+z", "ArrowLeft"].map(isSingleKey)).toEqual([true, true, true, false, false, false]));
