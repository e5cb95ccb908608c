import { expect, test } from 'vitest';
import { aRegistry, avro } from '../../a-registry.ts';
import { aRule, domainRules } from './a-rule.ts';

test.each([
  ['ruleType=CEL', ['a1', 'b1', 'b2']],
  ['ruleType=JSONATA', ['c1']],
  ['ruleType=ENCRYPT_PAYLOAD', ['c1']],
  ['ruleType=cel', []],
  ['ruleType=CEL&latestOnly=true', ['a1']],
  ['ruleType=CEL&deleted=true', ['a1', 'b1', 'b2', 'd1']],
  ['ruleType=CEL&offset=1&limit=1', ['b1']],
  ['ruleType=CEL&subjectPrefix=b', ['b1', 'b2']],
  ['ruleType=JSONATA&ruleType=CEL', ['c1']],
  ['ruleType=', ['a1', 'b1', 'b2', 'b3', 'c1']],
])('GET /schemas?%s', async (query, expected) => {
  const { ask, register } = aRegistry({ edition: 'enterprise' });
  await register('a', { schema: avro('A', 'x'), ruleSet: domainRules('r') });
  await register('b', { schema: avro('B', 'x'), ruleSet: domainRules('r') });
  await register('b', avro('B', 'x', 'y:int=0'));
  await register('b', { schema: avro('B', 'x'), ruleSet: {} });
  await register('c', {
    schema: avro('C', 'x'),
    ruleSet: {
      migrationRules: [aRule('m', { mode: 'UPGRADE', type: 'JSONATA' })],
      encodingRules: [aRule('e', { type: 'ENCRYPT_PAYLOAD' })],
    },
  });
  await register('d', { schema: avro('D', 'x'), ruleSet: domainRules('r') });
  await ask('DELETE', '/subjects/d');
  const { body } = await ask('GET', `/schemas?${query}`);
  const listed = body.map((each: { subject: string; version: number }) => each);
  expect(listed.map(({ subject, version }: (typeof listed)[0]) => `${subject}${version}`)).toEqual(
    expected,
  );
});
