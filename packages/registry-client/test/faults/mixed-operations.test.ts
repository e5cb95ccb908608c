import { createEmbeddedRegistry, type EmbeddedRegistry } from '@srkit/embedded-registry';
import { expect, test } from 'vitest';
import { createRegistryClient, isRegistryError, type RegistryClient } from '../../src/index.ts';
import { anEmbeddedClient, aRecord } from '../embedded-client.ts';
import { faultyFetch } from './faulty-fetch.ts';
import { seededRandom } from './seeded-random.ts';

type Operation = (client: RegistryClient) => Promise<unknown>;

/** What one user does, one thing after the other, with subjects of their own. */
function operationsOf(user: number, count: number, random: () => number): Operation[] {
  const pick = (limit: number): number => Math.floor(random() * limit);
  const fields: string[] = [];
  return Array.from({ length: count }, (_, index): Operation => {
    const subject = `user-${user}-${pick(3)}`;
    const version = 1 + pick(4);
    switch (pick(10)) {
      case 0:
        return (client) => client.subjects.delete(subject);
      case 1:
        return (client) => client.versions.delete(subject, version);
      case 2:
        return (client) => client.versions.delete(subject, version, { permanent: true });
      case 3: {
        const compatibility = (['NONE', 'BACKWARD', 'FULL'] as const)[pick(3)] ?? 'NONE';
        return (client) => client.config.update(subject, { compatibility, normalize: pick(2) > 0 });
      }
      case 4:
        return (client) => client.config.delete(subject);
      case 5:
        return (client) => client.mode.set(subject, 'READWRITE');
      case 6:
        return (client) => client.versions.list(subject, { deleted: true });
      default: {
        if (pick(3) > 0) fields.push(`field_${index}`);
        const schema = aRecord(`Record${user}`, ...fields.slice(-4));
        return (client) => client.versions.register(subject, { schema });
      }
    }
  });
}

/** Everything that a registry holds, but for ids and times, which depend on who came first. */
async function stateOf(registry: EmbeddedRegistry): Promise<unknown> {
  const client = anEmbeddedClient({ cache: false }, registry);
  const schemas = await client.schemas.list({ deleted: true, subjectPrefix: ':*:' });
  const subjects = await client.subjects.list({ deleted: true });
  const settings = await Promise.all(
    subjects.map(async (subject) => [
      subject,
      await client.config.get(subject).catch(() => null),
      await client.mode.get(subject).catch(() => null),
    ]),
  );
  return {
    schemas: schemas.map(({ subject, version, guid, deleted }) => [
      subject,
      version,
      guid,
      deleted,
    ]),
    settings,
  };
}

/** Lets ten users work at the same time, and says what came of each operation of each. */
async function run(client: RegistryClient, seed: number): Promise<string[][]> {
  return Promise.all(
    Array.from({ length: 10 }, async (_, user) => {
      const outcomes: string[] = [];
      for (const operation of operationsOf(user, 200, seededRandom(seed * 100 + user))) {
        outcomes.push(
          await operation(client).then(
            () => 'done',
            (error: unknown) => (isRegistryError(error) ? error.code : String(error)),
          ),
        );
      }
      return outcomes;
    }),
  );
}

/** What was gone already and what was deleted by a call whose answer was lost look the same afterwards. */
const alreadySo = [
  'subject_not_found',
  'subject_soft_deleted',
  'version_not_found',
  'version_soft_deleted',
  'config_not_found',
];

function isAsExpected(outcome: string, expected: string): boolean {
  return outcome === expected || (outcome === 'done' && alreadySo.includes(expected));
}

test.each([1, 2, 3])(
  '2,000 operations with a fifth of all requests failing end as without (seed %i)',
  async (seed) => {
    const [calm, rough] = [createEmbeddedRegistry(), createEmbeddedRegistry()];
    const expected = await run(anEmbeddedClient({}, calm), seed);
    const { fetch, counts } = faultyFetch(rough.fetch, 0.2, seededRandom(seed));
    const client = createRegistryClient({
      url: 'http://rough',
      fetch,
      timeoutMs: 40,
      retry: { attempts: 20, minDelayMs: 1, maxDelayMs: 4 },
    });
    const outcomes = await run(client, seed);
    const wrong = outcomes.flatMap((ofUser, user) =>
      ofUser.flatMap((outcome, index) => {
        const wanted = expected[user]?.[index] ?? '';
        return isAsExpected(outcome, wanted) ? [] : [{ user, index, outcome, wanted }];
      }),
    );
    expect(outcomes.flat()).toHaveLength(2_000);
    expect(wrong).toEqual([]);
    expect(await stateOf(rough)).toEqual(await stateOf(calm));
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(20);
  },
  60_000,
);
