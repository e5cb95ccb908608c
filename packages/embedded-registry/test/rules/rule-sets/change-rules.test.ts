import { expect, test } from 'vitest';
import { aRegistry, avro } from '../../a-registry.ts';
import { aRule, domainRules, namesOf } from './a-rule.ts';

/** A registry with a version of `s` with the rules a and b, and one with the rule c. */
async function twoVersions() {
  const registry = aRegistry({ edition: 'enterprise' });
  await registry.register('s', {
    schema: avro('S', 'a:string=""'),
    ruleSet: { ...domainRules('a', 'b'), enableAt: 'CLIENT' },
  });
  await registry.register('s', { schema: avro('S', 'b:int=0'), ruleSet: domainRules('c') });
  const tag = (request: object, version: number | string = 'latest') =>
    registry.ask('POST', `/subjects/s/versions/${version}/tags`, request);
  return { ...registry, tag };
}

test('a request for tags that says nothing of rules leaves those of the latest version', async () => {
  const { tag } = await twoVersions();
  const tagsToAdd = [{ schemaEntity: { entityPath: 'S.a', entityType: 'sr_field' }, tags: ['T'] }];
  expect(namesOf((await tag({ tagsToAdd }, 1)).body)).toEqual(['c']);
});

test.each([
  ['adds and replaces', { rulesToMerge: domainRules('d', 'c') }, ['d', 'c']],
  ['removes after it added', { rulesToMerge: domainRules('d'), rulesToRemove: ['d'] }, ['c']],
  ['leaves what is not there', { rulesToRemove: ['x', null] }, ['c']],
  ['takes whole sets', { ruleSet: domainRules('x', 'y'), rulesToRemove: [] }, ['x', 'y']],
  ['may remove all', { rulesToRemove: ['c'] }, undefined],
])('a request for tags %s', async (_, request, expected) => {
  const { tag } = await twoVersions();
  const { status, body } = await tag({ ...request, newVersion: 3 });
  expect(status).toBe(200);
  expect(namesOf(body)).toEqual(expected);
});

test('a request for tags may change rules of each list, and where they run', async () => {
  const { tag } = await twoVersions();
  const { body } = await tag({
    rulesToMerge: {
      migrationRules: [aRule('m', { mode: 'UPGRADE' })],
      encodingRules: [aRule('e'), aRule('f')],
      enableAt: 'ALL',
    },
    rulesToRemove: ['c', 'e'],
  });
  expect(body.ruleSet).toEqual({
    migrationRules: [{ ...aRule('m', { mode: 'UPGRADE' }), disabled: false }],
    encodingRules: [{ ...aRule('f'), disabled: false }],
    enableAt: 'ALL',
  });
});

test('rules are removed and come back under the configuration', async () => {
  const { ask, tag } = await twoVersions();
  await ask('PUT', '/config/s', { defaultRuleSet: domainRules('c'), overrideRuleSet: null });
  const { body } = await tag({ rulesToMerge: domainRules('d'), rulesToRemove: ['c'] });
  expect(namesOf(body)).toEqual(['c', 'd']);
});
