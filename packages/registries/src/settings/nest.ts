/** Puts values by their paths (`oauth.tokenUrl`) into a record of records. */
export function nest(values: ReadonlyMap<string, unknown>): Record<string, unknown> {
  const nested: Record<string, unknown> = {};
  // The parts of a group take the place of its switch, which can only be true beside them.
  for (const [path, value] of [...values].sort(([a], [b]) => parts(a) - parts(b))) {
    const [group = '', part] = path.split('.');
    if (part === undefined) nested[group] = value;
    else {
      const present = nested[group];
      nested[group] = { ...(typeof present === 'object' ? present : {}), [part]: value };
    }
  }
  return nested;
}

function parts(path: string): number {
  return path.split('.').length;
}
