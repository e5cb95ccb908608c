import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aRegistry, avro } from '../../a-registry.ts';
import { askEverything } from '../../state/every-question.ts';
import { aRule, domainRules, namesOf } from './a-rule.ts';

const edition = 'enterprise';
const first = avro('S', 'a');
const second = avro('S', 'a', 'b:int=0');
const third = avro('S', 'a', 'b:int=0', 'c:int=0');

describe('a version without rules of its own', () => {
  test('has those of the version before, and {} has none', async () => {
    const { register } = aRegistry({ edition });
    await register('s', { schema: first, ruleSet: domainRules('r') });
    const inherited = await register('s', second);
    expect(inherited.body).toMatchObject({ version: 2, ruleSet: domainRules('r') });
    const cleared = await register('s', { schema: second, ruleSet: {} });
    expect(cleared.body).toMatchObject({ version: 3, ruleSet: {} });
    expect((await register('s', third)).body).toMatchObject({ version: 4, ruleSet: {} });
  });

  test('is found by its bare schema, with and without metadata', async () => {
    const { ask, register } = aRegistry({ edition });
    const metadata = { properties: { owner: 'x' } };
    await register('s', { schema: first, metadata, ruleSet: domainRules('r') });
    for (const asked of [
      { schema: first },
      { schema: first, metadata },
      { schema: first, ruleSet: domainRules('r') },
    ]) {
      expect((await ask('POST', '/subjects/s', asked)).body).toMatchObject({ version: 1 });
      expect((await register('s', asked)).body).toMatchObject({ version: 1 });
    }
    for (const other of [{ ruleSet: domainRules('q') }, { ruleSet: {} }, { metadata: {} }])
      expect((await ask('POST', '/subjects/s', { schema: first, ...other })).status).toBe(404);
    expect((await ask('POST', '/subjects/s', { schema: second })).status).toBe(404);
  });

  test('takes the rules of the latest version that is not deleted', async () => {
    const { ask, register } = aRegistry({ edition });
    await register('s', { schema: first, ruleSet: domainRules('r') });
    await register('s', { schema: second, ruleSet: domainRules('q') });
    await ask('DELETE', '/subjects/s/versions/2');
    expect(namesOf((await register('s', third)).body)).toEqual(['r']);
  });

  test('gets new rules with an empty text', async () => {
    const { register } = aRegistry({ edition });
    await register('s', first);
    const { body } = await register('s', { schema: '', ruleSet: domainRules('r') });
    expect(body).toMatchObject({ version: 2, schema: first, ruleSet: domainRules('r') });
  });

  test('inherits nothing in IMPORT mode, and gets nothing of the configuration', async () => {
    const { ask, register } = aRegistry({ edition });
    await register('s', { schema: first, ruleSet: domainRules('r') });
    await ask('PUT', '/config/s', { defaultRuleSet: domainRules('d') });
    await ask('PUT', '/mode/s?force=true', { mode: 'IMPORT' });
    const bare = await register('s', { schema: second, id: 7 });
    expect(bare.body).not.toHaveProperty('ruleSet');
    const ruled = await register('s', { schema: third, id: 8, ruleSet: domainRules('q') });
    expect(namesOf(ruled.body)).toEqual(['q']);
  });
});

describe('rules of the configuration', () => {
  const layers = {
    defaultRuleSet: { ...domainRules('d', 'r', 'o'), enableAt: 'SERVER' },
    overrideRuleSet: { domainRules: [aRule('o', { expr: 'override' }), aRule('p')] },
  };

  test('are merged by name and list: the default under, the override over, the later ones last', async () => {
    const { ask, register } = aRegistry({ edition });
    await ask('PUT', '/config/s', layers);
    const ruleSet = {
      domainRules: [aRule('o'), aRule('r', { expr: 'own' })],
      encodingRules: [aRule('e')],
    };
    const { body } = await register('s', { schema: first, ruleSet });
    expect(namesOf(body)).toEqual(['d', 'r', 'o', 'p']);
    expect(body.ruleSet).toMatchObject({
      domainRules: [{}, { expr: 'own' }, { expr: 'override' }, {}],
      encodingRules: [{ name: 'e' }],
      enableAt: 'SERVER',
    });
  });

  test.each([
    ['a subject', '/config/s', true],
    ['the default context', '/config', true],
    ['everything', '/config/:.__GLOBAL:', true],
    ['another subject', '/config/t', false],
    ['another context', '/config/:.c:', false],
  ])('of %s count or not', async (_, target, counts) => {
    const { ask, register } = aRegistry({ edition });
    await ask('PUT', target, layers);
    const { body } = await register('s', first);
    expect(namesOf(body)).toEqual(counts ? ['d', 'r', 'o', 'p'] : undefined);
  });

  test('make a look-up find what was registered with others', async () => {
    const { ask, register } = aRegistry({ edition });
    await ask('PUT', '/config/s', layers);
    const request = { schema: first, ruleSet: domainRules('x') };
    await register('s', request);
    for (const asked of [request, { schema: first }])
      expect((await ask('POST', '/subjects/s', asked)).body).toMatchObject({ version: 1 });
  });
});

const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
const lists = ['migrationRules', 'domainRules', 'encodingRules'] as const;

/** Rules of all lists. A name is of one list only; the text tells where a rule came from. */
const layer = (from: string) =>
  fc.option(
    fc.tuple(names, names, names).map((all) =>
      Object.fromEntries(
        lists.map((list, index) => [
          list,
          (all[index] ?? []).map((name) => ({
            ...aRule(`${list}-${name}`, { doc: from }),
            ...(list === 'migrationRules' && { mode: 'UPGRADE' }),
          })),
        ]),
      ),
    ),
  );

type Layer = Record<string, { name: string; doc?: string }[]> | null;

/** What rules are in force, by list: a later layer's rule goes last, in place of an earlier one's of its name. */
function inForce(layers: readonly Layer[]): [string, string | undefined][][] {
  return lists.map((list) => {
    const rules = new Map<string, string | undefined>();
    for (const { name, doc } of layers.flatMap((each) => each?.[list] ?? [])) {
      rules.delete(name);
      rules.set(name, doc);
    }
    return [...rules];
  });
}

test('default, own and override rules are in one order, however often they are laid over each other', async () => {
  await fc.assert(
    fc.asyncProperty(
      layer('default'),
      layer('own'),
      layer('override'),
      async (defaultRuleSet, ruleSet, overrideRuleSet) => {
        const { ask, register, registry } = aRegistry({ edition, now: () => 1000 });
        await ask('PUT', '/config/s', { defaultRuleSet, overrideRuleSet });
        const registered = await register('s', { schema: first, ruleSet });
        const expected = inForce([defaultRuleSet, ruleSet, overrideRuleSet]);
        expect(inForce([registered.body.ruleSet])).toEqual(expected);
        for (const request of [{ schema: first, ruleSet }, { schema: first }]) {
          expect((await register('s', request)).body).toMatchObject({ version: 1 });
          expect((await ask('POST', '/subjects/s', request)).body).toMatchObject({ version: 1 });
        }
        const next = await register('s', second);
        expect(next.body.ruleSet).toEqual(registered.body.ruleSet);
        expect((await register('s', third)).body.ruleSet).toEqual(registered.body.ruleSet);

        const again = aRegistry({ edition, now: () => 1000 });
        await again.registry.reset(registry.snapshot());
        const guids = new Set<string>([registered.body.guid, next.body.guid]);
        expect(await askEverything(again.ask, guids)).toEqual(await askEverything(ask, guids));
        expect((await again.ask('GET', '/config/s')).body).toEqual(
          (await ask('GET', '/config/s')).body,
        );
        expect((await again.register('s', second)).body.version).toBe(2);
      },
    ),
    { numRuns: 60 },
  );
});
