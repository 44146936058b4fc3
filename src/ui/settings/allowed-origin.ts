/** An origin as browsers write it, or why what was typed is none that may be allowed. */
export type OriginReading = { readonly kind: "valid"; readonly origin: string } | { readonly kind: "invalid"; readonly why: string };

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * Reads what an administrator types: scheme, host and perhaps port, over https, or http on this device. Anything more than
 * an origin is refused, since it would not restrict what it seems to.
 */
export function readOrigin(typed: string): OriginReading {
  const text = typed.trim();
  if (text === "") return invalid("Type an origin, for example https://ward.example");
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.host === "") return invalid(`“${text}” is no origin. Write scheme and host, for example https://ward.example`);
  if (text.includes("*")) return invalid("An origin is one site: a pattern with * is not taken");
  if (url.username !== "" || url.password !== "") return invalid("An origin has no user name or password");
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "" || text.endsWith("?") || text.endsWith("#")) return invalid(`An origin has no path: write ${url.origin}`);
  const isSafe = url.protocol === "https:" || (url.protocol === "http:" && LOOPBACK.test(url.hostname));
  return isSafe ? { kind: "valid", origin: url.origin } : invalid("Only https is taken, or http on this device (localhost): anybody on the way could take the place of another http page");
}

const invalid = (why: string): OriginReading => ({ kind: "invalid", why: `${why}.` });
