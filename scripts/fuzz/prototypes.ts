const WATCHED: readonly (readonly [name: string, prototype: object])[] = [
  ["Object", Object.prototype], ["Array", Array.prototype], ["Function", Function.prototype], ["String", String.prototype], ["Number", Number.prototype], ["RegExp", RegExp.prototype],
  ["Map", Map.prototype], ["Set", Set.prototype], ["Promise", Promise.prototype], ["Error", Error.prototype], ["Uint8Array", Uint8Array.prototype],
];

/** Looks at all properties once in so many calls, since that takes as long as a case; at what is there at all each time. */
const FULL_LOOK = 250;

/** The properties of the prototypes that everything inherits from, to be compared with later. Gives a function that names the first that differs, or null. */
export function watchPrototypes(): () => string | null {
  const before = WATCHED.map(([name, prototype]) => [name, prototype, propertiesOf(prototype)] as const);
  let calls = 0;
  return () => {
    const isAsLong = before.every(([, prototype, properties]) => Reflect.ownKeys(prototype).length === properties.size);
    if (isAsLong && ++calls % FULL_LOOK !== 0) return null;
    for (const [name, prototype, properties] of before) {
      const now = propertiesOf(prototype);
      const changed = [...new Set([...properties.keys(), ...now.keys()])].find((key) => properties.get(key) !== now.get(key));
      if (changed !== undefined) return `${name}.prototype.${String(changed)}`;
    }
    return null;
  };
}

/** Values and getters by their keys. */
function propertiesOf(prototype: object): Map<PropertyKey, unknown> {
  return new Map(Reflect.ownKeys(prototype).map((key) => {
    const property = Object.getOwnPropertyDescriptor(prototype, key);
    return [key, (property?.value as unknown) ?? (property && Reflect.get(property, "get"))];
  }));
}
