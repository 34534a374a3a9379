type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Leaves out the properties that are undefined, so that optional ones are absent and not empty. */
export function present<const T extends object>(value: T): Present<T> {
  // Dropping the undefined entries is exactly what the type says.
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as Present<T>;
}
