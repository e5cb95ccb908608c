import type { Answer } from '../a-registry.ts';

type Ask = (method: string, target: string, body?: unknown) => Promise<Answer>;

/** A topic's associations as a request brings them; the id is that of the name. */
export function topic(name: string, ...associations: object[]) {
  return {
    resourceName: name,
    resourceNamespace: 'lkc-1',
    resourceId: `id-${name}`,
    associations,
  };
}

/** A schema as an association brings it. */
export function aSchema(name: string) {
  return { schema: JSON.stringify({ type: 'record', name, fields: [] }) };
}

/** Everything that a registry answers about associations, subjects and schemas, without dates. */
export async function everythingOf(ask: Ask, resources: readonly string[]) {
  const subjects: string[] = (await ask('GET', '/subjects?deleted=true')).body;
  const targets = [
    '/subjects',
    '/subjects?deleted=true',
    '/schemas?subjectPrefix=:*:&deleted=true',
    '/schemas?subjectPrefix=:*:&resourceType=topic',
    '/schemas?subjectPrefix=:*:&lifecycle=NONE&lifecycle=STRONG&associationType=key',
    '/associations/resources/-/-',
    '/associations/resources/lkc-1/-',
    ...resources.flatMap((name) => [
      `/associations/resources/id-${name}`,
      `/associations/resources/id-${name}?associationType=key&lifecycle=WEAK`,
      `/associations/resources/-/${name}`,
      `/associations/resources/lkc-1/${name}`,
    ]),
    ...subjects.flatMap((subject) => [
      `/associations/subjects/${encodeURIComponent(subject)}`,
      `/subjects/${encodeURIComponent(subject)}/versions?deleted=true`,
    ]),
  ];
  const answers: Record<string, unknown> = {};
  for (const target of targets) {
    const { status, body } = await ask('GET', target);
    answers[target] = { status, body };
  }
  return answers;
}
