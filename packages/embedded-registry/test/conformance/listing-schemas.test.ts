import { beforeEach, describe, expect, it } from 'vitest';
import { order } from './schemas.ts';
import { specification } from './specification.ts';

specification('Listing schemas: GET /schemas (1.2)', (registry) => {
  const { register, must, aContext, aSubject } = registry;
  let context: string;

  /** `a` has versions 1, 2 and 3, of which 2 is soft-deleted; all of `gone` is soft-deleted; `B` has one version. */
  beforeEach(async () => {
    context = aContext();
    for (const schema of [order.first, order.second, order.third])
      await register(`:${context}:a`, schema);
    await register(`:${context}:B`, order.first);
    await register(`:${context}:gone`, order.first);
    await must('DELETE', `/subjects/:${context}:a/versions/2`);
    await must('DELETE', `/subjects/:${context}:gone`);
  });

  /** Subjects without their context, and versions. */
  async function list(query: string, prefix = `:${context}:`): Promise<string[]> {
    const found: { subject: string; version: number }[] = await must(
      'GET',
      `/schemas?subjectPrefix=${prefix}${query}`,
    );
    return found.map(({ subject, version }) => `${subject.split(':').at(-1)} ${version}`);
  }

  it('gives every version, by subject as text (capitals first), then by version', async () => {
    expect(await list('')).toEqual(['B 1', 'a 1', 'a 3']);
  });

  it('gives the same fields as a version by its number', async () => {
    const [first] = await must('GET', `/schemas?subjectPrefix=:${context}:`);
    expect(first).toEqual(await must('GET', `/subjects/:${context}:B/versions/1`));
  });

  it('with deleted=true gives soft-deleted versions too', async () => {
    expect(await list('&deleted=true')).toEqual(['B 1', 'a 1', 'a 2', 'a 3', 'gone 1']);
  });

  it('with latestOnly=true gives the newest version of each subject', async () => {
    expect(await list('&latestOnly=true')).toEqual(['B 1', 'a 3']);
    expect(await list('&latestOnly=true&deleted=true')).toEqual(['B 1', 'a 3', 'gone 1']);
  });

  it('knows no deletedOnly', async () => {
    expect(await list('&deletedOnly=true')).toEqual(['B 1', 'a 1', 'a 3']);
  });

  it('with a subjectPrefix gives subjects that begin with it, in every context that it fits', async () => {
    expect(await list('', `:${context}:a`)).toEqual(['a 1', 'a 3']);
    expect(await list('', `:${context}`), 'an unfinished context').toEqual(['B 1', 'a 1', 'a 3']);
    expect(await list('', `:*:${aSubject()}`)).toEqual([]);
  });

  it('looks at the first of several subjectPrefixes', async () => {
    expect(await list(`&subjectPrefix=:${context}:B`, `:${context}:a`)).toEqual(['a 1', 'a 3']);
  });

  it('looks at the default context alone for a prefix without a context', async () => {
    const subject = aSubject();
    await register(subject, order.first);
    await register(`:${context}:${subject}`, order.first);
    const found: { subject: string }[] = await must('GET', `/schemas?subjectPrefix=${subject}`);
    expect(found.map((each) => each.subject)).toEqual([subject]);
    const everywhere: { subject: string }[] = await must(
      'GET',
      `/schemas?subjectPrefix=:*:${subject}`,
    );
    expect(everywhere.map((each) => each.subject)).toEqual([`:${context}:${subject}`, subject]);
  });

  describe('aliases=true', () => {
    it('names the subjects that are aliases for a subject', async (test) => {
      await registry.since(test, '7.7.0');
      const subject = aSubject();
      const alias = `${subject}-alias`;
      await register(subject, order.first);
      await must('PUT', `/config/${alias}`, { alias: subject });
      const [found] = await must('GET', `/schemas?subjectPrefix=${subject}&aliases=true`);
      expect(found).toMatchObject({ subject, aliases: [alias] });
      const [plain] = await must('GET', `/schemas?subjectPrefix=${subject}`);
      expect(plain).not.toHaveProperty('aliases');
    });
  });

  it.for(['ruleType=CEL', 'resourceType=topic', 'associationType=value', 'lifecycle=STRONG'])(
    'gives nothing where nothing has what is asked for: %s',
    async (query, test) => {
      await registry.since(test, '8.0.6/8.1.4/8.2.2');
      expect(await list(`&${query}`)).toEqual([]);
    },
  );
});
