const escapeSequence = /\\(?:u[0-9a-f]{4}|.)/g;

/** Writes JSON as Jackson does: escapes have capital letters (`\uD800`, `\u001F`). */
export function stringify(value: unknown): string {
  const json = JSON.stringify(value);
  // Almost nothing has such escapes.
  return json.includes('\\u')
    ? json.replace(escapeSequence, (each) =>
        each.length === 2 ? each : `\\u${each.slice(2).toUpperCase()}`,
      )
    : json;
}
