import { schemaGuid } from '@srkit/registry-protocol';
import { expect, test } from 'vitest';
import { aRegistry, avro } from '../../a-registry.ts';
import { aRule } from './a-rule.ts';

const schema = avro('S', 'a');
const sent = {
  enableAt: 'CLIENT',
  encodingRules: [],
  domainRules: [
    {
      onFailure: 'DLQ',
      onSuccess: '',
      params: { b: '2', a: '', ['__proto__']: 'x' },
      tags: ['Z', 'A', 'Z'],
      doc: '',
      expr: 'true',
      type: 'CEL',
      name: 'r',
      unknown: 1,
    },
  ],
  migrationRules: [
    { name: 'm', kind: 'CONDITION', mode: 'UPDOWN', type: '', doc: 'd', disabled: true },
  ],
};
const kept =
  '{"migrationRules":[{"name":"m","doc":"d","kind":"CONDITION","mode":"UPDOWN","disabled":true}],' +
  '"domainRules":[{"name":"r","kind":"TRANSFORM","mode":"WRITEREAD","type":"CEL","tags":["A","Z"],' +
  '"params":{"__proto__":"x","a":"","b":"2"},"expr":"true","onFailure":"DLQ","disabled":false}],"enableAt":"CLIENT"}';

test('a rule set is shown with its fields in order, what is left open filled in and what is empty left out', async () => {
  const { ask, register } = aRegistry({ edition: 'enterprise' });
  const registered = await register('s', { schema, ruleSet: sent });
  expect(JSON.stringify(registered.body.ruleSet)).toBe(kept);
  const { guid } = registered.body;
  expect(guid).toBe(schemaGuid({ schema, ruleSet: JSON.parse(kept) }));
  for (const target of [
    '/subjects/s/versions/1',
    '/schemas/ids/1',
    `/schemas/guids/${guid}`,
    '/subjects/s/metadata',
  ])
    expect(JSON.stringify((await ask('GET', target)).body.ruleSet)).toBe(kept);
  expect(JSON.stringify((await ask('GET', '/schemas')).body[0].ruleSet)).toBe(kept);
  const found = await ask('POST', '/subjects/s', { schema, ruleSet: JSON.parse(kept) });
  expect(JSON.stringify(found.body.ruleSet)).toBe(kept);
});

test('so are those of a configuration', async () => {
  const { ask } = aRegistry({ edition: 'enterprise' });
  const written = await ask('PUT', '/config/s', { defaultRuleSet: sent, overrideRuleSet: {} });
  expect(JSON.stringify(written.body)).toBe(`{"defaultRuleSet":${kept},"overrideRuleSet":{}}`);
  await ask('PUT', '/config/s', { normalize: true });
  const { body } = await ask('GET', '/config/s');
  expect(JSON.stringify(body.defaultRuleSet)).toBe(kept);
  expect(body).toMatchObject({ normalize: true, overrideRuleSet: {} });
  await ask('PUT', '/config/s', { defaultRuleSet: null });
  expect((await ask('GET', '/config/s')).body).not.toHaveProperty('defaultRuleSet');
  expect((await ask('DELETE', '/config/s')).body).toMatchObject({ overrideRuleSet: {} });
});

test('how rules are written makes no other schema of a text, what they say does', async () => {
  const { register } = aRegistry({ edition: 'enterprise' });
  const versionOf = async (ruleSet: object) =>
    (await register('s', { schema, ruleSet })).body.version;
  const rule = aRule('r', { tags: ['A', 'B'], params: { a: '1', b: '2' } });
  expect(await versionOf({ domainRules: [rule] })).toBe(1);
  const written = { ...rule, tags: ['B', 'A'], params: { b: '2', a: '1' }, disabled: false };
  expect(await versionOf({ domainRules: [{ ...written, doc: '' }], migrationRules: [] })).toBe(1);
  expect(await versionOf({ domainRules: [{ ...rule, disabled: true }] })).toBe(2);
  expect(await versionOf({ domainRules: [rule], enableAt: 'ALL' })).toBe(3);
  expect(await versionOf({ domainRules: [rule, aRule('q')] })).toBe(4);
  expect(await versionOf({ domainRules: [aRule('q'), rule] })).toBe(5);
  expect(await versionOf({})).toBe(6);
});

test('a schema that cannot be read is refused with its rules in the message', async () => {
  const { register } = aRegistry({ edition: 'enterprise' });
  const { body } = await register('s', { schema: '"Nope"', ruleSet: sent });
  expect(body.error_code).toBe(42201);
  expect(body.message).toContain(
    "ruleSet=Rules{migrationRules=[Rule{name=m, doc=d, kind=CONDITION, mode=UPDOWN, type='null', tags='[]', params='{}', expr='null', onSuccess='null', onFailure='null', disabled='true'}], domainRules=[Rule{name=r, doc=null, kind=TRANSFORM, mode=WRITEREAD, type='CEL', tags='[A, Z]', params='{__proto__=x, a=, b=2}', expr='true', onSuccess='null', onFailure='DLQ', disabled='false'}], encodingRules=[], enableAt=CLIENT},",
  );
  const ruleSet = JSON.parse(kept);
  expect(body.message).toContain(`guid=${schemaGuid({ schema: '"Nope"', ruleSet })},`);
});
