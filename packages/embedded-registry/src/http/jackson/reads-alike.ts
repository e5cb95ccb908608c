const number = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

const maxDepth = 1000;

/**
 * Whether Jackson reads no more in a JSON text than the platform's parser does: no number that is not written as JavaScript writes
 * it (`1.0`, `-0` or `1e400`), and no more levels than Jackson takes.
 *
 * @param value what the platform's parser read
 */
export function readsAlike(json: string, value: unknown): boolean {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 1 }];
  let holdsNumber = false;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { depth } = next;
    if (typeof next.value === 'number') holdsNumber = true;
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (depth > maxDepth) return false;
    for (const each of Object.values(next.value)) open.push({ value: each, depth: depth + 1 });
  }
  return !holdsNumber || !holdsUnusualNumber(json);
}

function holdsUnusualNumber(json: string): boolean {
  for (let at = 0; at < json.length; at += 1) {
    const character = json[at] ?? '';
    if (character === '"') at = endOfString(json, at);
    if (character !== '-' && !(character >= '0' && character <= '9')) continue;
    number.lastIndex = at;
    const [written = ''] = number.exec(json) ?? [];
    if (String(Number(written)) !== written) return true;
    at += written.length - 1;
  }
  return false;
}

function endOfString(json: string, start: number): number {
  for (let at = start + 1; ; at += 1) {
    at = json.indexOf('"', at);
    if (at < 0) return json.length;
    let escapes = 0;
    while (json[at - 1 - escapes] === '\\') escapes += 1;
    if (escapes % 2 === 0) return at;
  }
}
