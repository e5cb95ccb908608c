/** Which part of a list a call asks for. */
export interface Range {
  offset?: number | undefined;
  limit?: number | undefined;
}

/**
 * Hands a list of an answer out in parts: at most `limit` items, and as many as the budget carries, but always one. The
 * answer says how many there are in all and where the next part begins.
 *
 * @param field the list's name
 * @param budget characters of JSON for the whole answer
 */
export function takePage(
  answer: Readonly<Record<string, unknown>>,
  field: string,
  { offset = 0, limit = Number.POSITIVE_INFINITY }: Range,
  budget: number,
): Record<string, unknown> {
  const { [field]: found, ...rest } = answer;
  const list: readonly unknown[] = Array.isArray(found) ? found : [];
  let room = budget - JSON.stringify(rest).length;
  const items: unknown[] = [];
  for (const item of list.slice(offset, offset + limit)) {
    room -= JSON.stringify(item).length + 1;
    if (room < 0 && items.length > 0) break;
    items.push(item);
  }
  const next = offset + items.length;
  const page = { ...answer, [field]: items, total: list.length };
  if (next >= list.length) return page;
  const more = `${list.length - next} more ${field}: call again with offset=${next}, or narrow the question.`;
  return { ...page, next_offset: next, more };
}
