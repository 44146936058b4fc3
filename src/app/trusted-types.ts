/**
 * The one Trusted Types policy of the page, the default one, since the service worker is registered by a library that
 * knows of none: a worker's address may be a script of the app's own folder and nothing else. There is no policy for
 * HTML and for source text, so that writing either into the page throws.
 */
interface TrustedTypes {
  createPolicy(name: "default", rules: { readonly createScriptURL: (url: string) => string | null }): void;
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
trustedTypes?.createPolicy("default", { createScriptURL: (url) => (isOwnScript(url, document.baseURI) ? url : null) });

/** Whether an address names a script below the page's folder. */
export function isOwnScript(url: string, pageUrl: string): boolean {
  if (!URL.canParse(url, pageUrl)) return false;
  const { origin, pathname, search } = new URL(url, pageUrl);
  const own = new URL("./", pageUrl);
  return origin === own.origin && search === "" && pathname.startsWith(own.pathname) && /\.m?js$/.test(pathname);
}
