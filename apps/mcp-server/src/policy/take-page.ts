import { cleanAnswer } from '../present/clean-answer.ts';
import type { Tool } from '../tools/define-tool.ts';

/** Which part of a list a call asks for. */
export interface Range {
  offset?: number | undefined;
  limit?: number | undefined;
}

/**
 * Hands out a part of what a tool answered; all of it, where the tool has no list that is paged.
 *
 * @param tool undefined for one that there is no more
 * @param task the task that keeps the whole answer, if one does: then the rest comes from there
 */
export function pageOf(
  tool: Tool | undefined,
  whole: Record<string, unknown>,
  range: Range,
  budget: number,
  task?: string,
): Record<string, unknown> {
  if (tool?.pages === undefined) return whole;
  const again =
    task === undefined ? 'call again with' : `call get_task_progress with task_id=${task} and`;
  return takePage(whole, [tool.pages, ...(tool.alongside ?? [])], range, budget, again);
}

/**
 * Hands lists of an answer out in parts: of each at most `limit` items, and as many as the budget carries, but always one. The
 * answer says how many the first list has in all and where the next part begins, which is the same place in all of them.
 *
 * @param fields the lists' names
 * @param budget characters of JSON for the whole answer
 * @param again how to ask for the next part
 */
export function takePage(
  answer: Readonly<Record<string, unknown>>,
  fields: readonly [string, ...string[]],
  { offset = 0, limit = Number.POSITIVE_INFINITY }: Range,
  budget: number,
  again = 'call again with',
): Record<string, unknown> {
  const lists = new Map(fields.map((field) => [field, listOf(answer[field])]));
  const longest = Math.max(...[...lists.values()].map((list) => list.length));
  const rest = Object.entries(answer).filter(([name]) => !lists.has(name));
  let room = budget - JSON.stringify(Object.fromEntries(rest)).length;
  let next = offset;
  for (; next < Math.min(longest, offset + limit); next += 1) {
    for (const [field, list] of lists) {
      // As it will be shown: long texts of somebody else's are cut.
      if (next < list.length) room -= JSON.stringify(cleanAnswer(list[next], field)).length + 1;
    }
    if (room < 0 && next > offset) break;
  }
  const taken = [...lists]
    .filter(([field]) => answer[field] !== undefined)
    .map(([field, list]) => [field, list.slice(offset, next)]);
  const total = lists.get(fields[0])?.length ?? 0;
  const page = { ...answer, ...Object.fromEntries(taken), total };
  if (next >= longest) return page;
  const more = `${longest - next} more ${fields.join(', ')}: ${again} offset=${next}, or narrow the question.`;
  return { ...page, next_offset: next, more };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
