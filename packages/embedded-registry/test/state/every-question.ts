import { routes } from '@srkit/registry-protocol';
import type { Answer } from '../a-registry.ts';

type Ask = (method: string, target: string, body?: unknown) => Promise<Answer>;

/** What the requests of `random-requests.ts` name. */
export const subjects = ['a', 'b', ':.x:a', ':.x:b', ':.y:a'];

const values: Readonly<Record<string, readonly string[]>> = {
  subject: [...subjects, ':.x:', ':.__GLOBAL:'],
  version: ['1', '2', '3', '4', 'latest'],
  id: Array.from({ length: 12 }, (_, index) => String(index + 1)),
  kek: ['k'],
  exporter: ['e'],
  // Associations get a guid by chance; they have a test of their own.
  resourceId: [],
  resourceNamespace: [],
  resourceName: [],
};

const queries: Readonly<Record<string, readonly string[]>> = {
  deleted: ['deleted=true'],
  deletedOnly: ['deletedOnly=true'],
  latestOnly: ['latestOnly=true'],
  aliases: ['aliases=true'],
  subjectPrefix: ['subjectPrefix=:*:&deleted=true', 'subjectPrefix=:.x:'],
  subject: ['subject=a', 'subject=:.x:', 'subject=:.x:a', 'subject=:.y:&deleted=true'],
  fetchMaxId: ['fetchMaxId=true', 'fetchMaxId=true&subject=:.x:'],
  format: ['format=resolved'],
  defaultToGlobal: ['defaultToGlobal=true'],
};

/** Asks every question that can be asked by GET, of every name and id, with every query that makes a difference. */
export async function askEverything(
  ask: Ask,
  guids: Iterable<string>,
): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {};
  for (const { method, path, query } of routes) {
    if (method !== 'GET') continue;
    const asked = ['', ...query.flatMap((name) => queries[name] ?? [])];
    for (const filled of fill(path, { ...values, guid: [...guids] }))
      for (const each of asked) {
        const target = each === '' ? filled : `${filled}?${each}`;
        const { status, body } = await ask('GET', target);
        answers[target] = { status, body };
      }
  }
  return answers;
}

/** Every path that a route's template stands for. */
function fill(path: string, of: Readonly<Record<string, readonly string[]>>): string[] {
  const [template, name = ''] = /\{(\w+)\}/.exec(path) ?? [];
  if (template === undefined) return [path];
  const known = of[name];
  if (known === undefined) throw new Error(`Say what {${name}} of ${path} can be.`);
  return known.flatMap((value) => fill(path.replace(template, encodeURIComponent(value)), of));
}
