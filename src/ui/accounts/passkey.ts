import type { NewPasskey, PasskeyRequest } from "../../db/accounts/accounts.ts";
import { ProblemError } from "../../ecg/problem.ts";

/** A passkey that was asked for, and the secret its PRF gave. */
export interface PasskeyAnswer {
  /** base64url */
  readonly credentialId: string;
  readonly secret: Uint8Array<ArrayBuffer>;
}

export type PasskeySupport = { readonly kind: "there" } | { readonly kind: "missing"; readonly why: string };

const ES256 = -7;
const RS256 = -257;
const SECRET_BYTES = 32;

/** Whether passkeys with the PRF extension (WebAuthn Level 3) can be used here, as far as the browser says beforehand. */
export async function passkeySupport(): Promise<PasskeySupport> {
  if (!window.isSecureContext) return { kind: "missing", why: "Passkeys need an address that begins with https." };
  // Not there in every browser, whatever the types say.
  const { PublicKeyCredential: credentials } = window as { PublicKeyCredential?: typeof PublicKeyCredential };
  if (credentials === undefined) return { kind: "missing", why: "This browser has no passkeys." };
  const ask = (credentials as { getClientCapabilities?: typeof PublicKeyCredential.getClientCapabilities }).getClientCapabilities;
  if (ask === undefined) return { kind: "there" };
  // What it does not name is not known.
  const capabilities: Readonly<Record<string, boolean | undefined>> = await ask.call(credentials);
  return capabilities["extension:prf"] === false ? { kind: "missing", why: "This browser’s passkeys give no secret (PRF) that could open the store." } : { kind: "there" };
}

/** Makes a passkey for an account and has it give its secret. Throws the ProblemErrors of `refused`. */
export async function createPasskey(accountName: string): Promise<NewPasskey> {
  const salt = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
  const created = await asked(navigator.credentials.create({
    publicKey: {
      rp: { name: "Isoline" },
      user: { id: crypto.getRandomValues(new Uint8Array(SECRET_BYTES)), name: accountName, displayName: accountName },
      challenge: crypto.getRandomValues(new Uint8Array(SECRET_BYTES)),
      pubKeyCredParams: [{ type: "public-key", alg: ES256 }, { type: "public-key", alg: RS256 }],
      authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
      extensions: { prf: { eval: { first: salt } } },
    },
  }));
  const { prf } = created.getClientExtensionResults();
  if (prf?.enabled === false) throw withoutSecret();
  const credentialId = encode(new Uint8Array(created.rawId));
  // Some authenticators give the secret only when they sign in.
  const secret = prf?.results === undefined ? (await askForPasskey([{ credentialId, salt }])).secret : toSecret(prf.results.first);
  return { credentialId, salt, secret };
}

/** Asks for one of the passkeys, as the user picks. Throws the ProblemErrors of `refused`. */
export async function askForPasskey(passkeys: readonly PasskeyRequest[]): Promise<PasskeyAnswer> {
  const given = await asked(navigator.credentials.get({
    publicKey: {
      challenge: crypto.getRandomValues(new Uint8Array(SECRET_BYTES)),
      allowCredentials: passkeys.map(({ credentialId }) => ({ type: "public-key", id: decode(credentialId) })),
      userVerification: "required",
      extensions: { prf: { evalByCredential: Object.fromEntries(passkeys.map(({ credentialId, salt }) => [credentialId, { first: salt }])) } },
    },
  }));
  const { prf } = given.getClientExtensionResults();
  if (prf?.results === undefined) throw withoutSecret();
  return { credentialId: encode(new Uint8Array(given.rawId)), secret: toSecret(prf.results.first) };
}

async function asked(request: Promise<Credential | null>): Promise<PublicKeyCredential> {
  const credential = await request.catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === "InvalidStateError") throw new ProblemError("passkey-known", "This device's passkey opens the account already", "Sign in with it", {}, { cause });
    throw new ProblemError("passkey-refused", "No passkey was given: the request was cancelled, or took too long", "Try again, or use the passphrase", {}, { cause });
  });
  if (!(credential instanceof PublicKeyCredential)) throw new ProblemError("passkey-refused", "No passkey was given", "Try again, or use the passphrase");
  return credential;
}

const withoutSecret = (): ProblemError =>
  new ProblemError("passkey-without-secret", "This passkey gives no secret (PRF) that could open the store", "Take another authenticator, or keep to the passphrase");

function toSecret(source: BufferSource): Uint8Array<ArrayBuffer> {
  return ArrayBuffer.isView(source) ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength).slice() : new Uint8Array(source).slice();
}

/** base64url without padding, as WebAuthn's JSON has it. */
function encode(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function decode(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
}
