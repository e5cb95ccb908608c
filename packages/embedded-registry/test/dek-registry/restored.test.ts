import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ChangeLog, createEmbeddedRegistry } from '../../src/index.ts';
import { base } from './keys-to-test.ts';

type Kept = Parameters<ChangeLog['append']>[0];

const keks = ['a', 'b', 'c'];
const subjects = ['s', 't', ':.x:s'];
const algorithms = ['AES128_GCM', 'AES256_GCM', 'AES256_SIV'];

interface Ask {
  method: string;
  path: string;
  body?: object;
}

const kek = fc.constantFrom(...keks);
const dekPath = fc
  .tuple(kek, fc.constantFrom(...subjects))
  .map(([name, subject]) => `/${name}/deks/${encodeURIComponent(subject)}`);
const version = fc.constantFrom('', '/versions/1', '/versions/2', '/versions/latest');
const algorithm = fc.constantFrom('', ...algorithms);
const flag = fc.boolean();

const operation: fc.Arbitrary<Ask> = fc.oneof(
  fc.record({ name: kek, doc: fc.constantFrom('d', null), deleted: flag }).map((fields) => ({
    method: 'POST',
    path: '',
    body: { kmsType: 'test-kms', kmsKeyId: 'id', ...fields },
  })),
  fc
    .tuple(kek, fc.dictionary(fc.string(), fc.string(), { maxKeys: 2 }))
    .map(([name, kmsProps]) => ({ method: 'PUT', path: `/${name}`, body: { kmsProps } })),
  fc
    .tuple(kek, flag)
    .map(([name, permanent]) => ({ method: 'DELETE', path: `/${name}?permanent=${permanent}` })),
  kek.map((name) => ({ method: 'POST', path: `/${name}/undelete` })),
  fc
    .tuple(
      dekPath,
      fc.record({
        version: fc.integer({ min: -1, max: 3 }),
        algorithm: fc.constantFrom(...algorithms),
        encryptedKeyMaterial: fc.constantFrom('ZW5j', 'b3RoZXI='),
        deleted: flag,
      }),
      flag,
    )
    .map(([path, body, rewrap]) => ({ method: 'POST', path: `${path}?rewrap=${rewrap}`, body })),
  fc.tuple(dekPath, version, algorithm, flag).map(([path, which, chosen, permanent]) => ({
    method: 'DELETE',
    path: `${path}${which}?permanent=${permanent}&algorithm=${chosen}`,
  })),
  fc.tuple(dekPath, version, algorithm).map(([path, which, chosen]) => ({
    method: 'POST',
    path: `${path}${which}/undelete?algorithm=${chosen}`,
  })),
);

/** Otherwise most would be about keys that are not there. */
const creations: Ask[] = keks.map((name) => ({
  method: 'POST',
  path: '',
  body: { name, kmsType: 'test-kms', kmsKeyId: 'id' },
}));

/** Everything that can be read of the keys. */
const questions = ['deleted=true', 'deleted=false'].flatMap((query) => [
  `?${query}`,
  ...['', 's', ':.x:', ':.:', ':*:s'].map((prefix) => `?${query}&subjectPrefix=${prefix}`),
  ...keks.flatMap((name) => [
    `/${name}?${query}`,
    `/${name}/deks?${query}`,
    ...subjects.flatMap((subject) =>
      algorithms.flatMap((each) =>
        ['', '/versions', '/versions/latest', '/versions/1', '/versions/2', '/versions/3'].map(
          (which) =>
            `/${name}/deks/${encodeURIComponent(subject)}${which}?${query}&algorithm=${each}`,
        ),
      ),
    ),
  ]),
]);

function registryOf(kept: Kept, onChange: (changes: Kept, dump: Kept) => void = () => {}) {
  let dump: () => Kept = () => [];
  const log: ChangeLog = {
    open(given) {
      dump = given;
      return kept;
    },
    async append(changes) {
      onChange(changes, dump());
    },
    pending: () => undefined,
  };
  const registry = createEmbeddedRegistry({ log, now: () => 1000 });
  return async ({ method, path, body }: Ask) => {
    const answer = await registry.fetch(`http://registry${base}/keks${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    return { status: answer.status, text: await answer.text() };
  };
}

async function answersOf(ask: ReturnType<typeof registryOf>): Promise<string[]> {
  const answers: string[] = [];
  for (const path of questions) {
    const { status, text } = await ask({ method: 'GET', path });
    answers.push(`${path} ${status} ${text}`);
  }
  return answers;
}

test('a registry that is restored from its changes, or from a dump, answers as before', async () => {
  let accepted = 0;
  const operations = fc.array(operation, { minLength: 20, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(operations, async (asked) => {
      const log: string[] = [];
      let dump = '[]';
      const ask = registryOf([], (changes, all) => {
        log.push(...changes.map((change) => JSON.stringify(change)));
        dump = JSON.stringify(all);
      });
      for (const each of [...creations, ...asked]) {
        const { status } = await ask(each);
        expect(status).toBeLessThan(500);
        if (status < 300) accepted += 1;
      }
      const before = await answersOf(ask);
      expect(await answersOf(registryOf(JSON.parse(dump)))).toEqual(before);
      expect(await answersOf(registryOf(log.map((text) => JSON.parse(text))))).toEqual(before);
    }),
    { numRuns: 25 },
  );
  expect(accepted).toBeGreaterThan(100);
}, 120_000);
