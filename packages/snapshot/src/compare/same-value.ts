/** Whether two values of JSON are equal; the order of keys does not count, and what is undefined is absent. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return false;
  }
  try {
    return JSON.stringify(one, sortKeys) === JSON.stringify(other, sortKeys);
  } catch (error) {
    // Nested so deeply that it cannot be written: nobody's configuration.
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
