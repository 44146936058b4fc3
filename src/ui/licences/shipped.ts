/** Something of others that is part of the built app. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX expression */
  readonly licence: string;
  /** index into `ShippedLicences.texts` */
  readonly text: number;
}

/** What the build writes beside the app, as licences.json. */
export interface ShippedLicences {
  /** by name and version */
  readonly packages: readonly ShippedPackage[];
  /** each text once */
  readonly texts: readonly string[];
}

/** The file's name, beside index.html. */
export const LICENCES_FILE = "licences.json";
