/** A copy without one property. */
export function omit<T extends object, K extends keyof T & string>(value: T, key: K): Omit<T, K> {
  // All entries but one: what is left has exactly this type.
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)) as Omit<T, K>;
}
