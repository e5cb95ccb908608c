import { describe, expect, test } from 'vitest';
import { aRegistry, avro } from '../../a-registry.ts';
import { aRule } from './a-rule.ts';

const schema = avro('S', 'a');
const upgrade = { kind: 'TRANSFORM', mode: 'UPGRADE', type: 'JSONATA' };
const notMigration = 'Migration rules can only be UPGRADE, DOWNGRADE, UPDOWN';
const notDomain = 'Domain rules can only be WRITE, READ, WRITEREAD';
const notEncoding = 'Encoding rules can only be WRITE, READ, WRITEREAD';
const twoActions = 'Multiple actions only valid with WRITEREAD and UPDOWN';
const illegal = (name: string) => `Illegal character in rule name: ${name}`;
const illegalFirst = (name: string) => `Illegal initial character in rule name: ${name}`;

const refused: [message: string, ruleSet: object][] = [
  ["Found rule with duplicate name 'r'", { domainRules: [aRule('r'), aRule('r')] }],
  [
    "Found rule with duplicate name 'r'",
    { migrationRules: [aRule('r', upgrade)], domainRules: [aRule('r')] },
  ],
  [
    "Found rule with duplicate name 'r'",
    { domainRules: [aRule('r')], encodingRules: [aRule('q'), aRule('r')] },
  ],
  [notMigration, { migrationRules: [aRule('r')] }],
  [notMigration, { migrationRules: [{ name: 'r', type: 'JSONATA' }] }],
  [notDomain, { domainRules: [aRule('r', upgrade)] }],
  [notDomain, { domainRules: [aRule('r', { mode: 'UPDOWN' })] }],
  [notEncoding, { encodingRules: [aRule('r', { mode: 'DOWNGRADE' })] }],
  ['Missing rule name', { domainRules: [{}] }],
  ['Missing rule name', { encodingRules: [aRule('r', { name: null })] }],
  ['Missing rule type', { domainRules: [{ name: 'r' }] }],
  ['Missing rule type', { domainRules: [aRule('r', { type: null })] }],
  ['Empty rule name', { domainRules: [aRule('')] }],
  ['Rule name too long', { domainRules: [aRule('r'.repeat(65))] }],
  ['Rule name too long', { domainRules: [aRule(' '.repeat(65))] }],
  [illegalFirst('1a'), { domainRules: [aRule('1a')] }],
  [illegalFirst('-'), { domainRules: [aRule('-')] }],
  [illegalFirst('𝐀'), { domainRules: [aRule('𝐀')] }],
  [illegal('a b'), { domainRules: [aRule('a b')] }],
  [illegal('a.b'), { domainRules: [aRule('a.b')] }],
  [illegal('a𝐀'), { domainRules: [aRule('a𝐀')] }],
  [illegal('a\u0000'), { domainRules: [aRule('a\u0000')] }],
  [twoActions, { domainRules: [aRule('r', { onSuccess: 'NONE,ERROR' })] }],
  [twoActions, { domainRules: [aRule('r', { mode: 'READ', onFailure: ',' })] }],
  [twoActions, { migrationRules: [aRule('r', { ...upgrade, onFailure: 'NONE,DLQ' })] }],
  // Each rule is checked as a whole before the next one, its name before its mode.
  ['Missing rule type', { domainRules: [aRule('r', { type: null, mode: 'UPGRADE' }), aRule('')] }],
  [notMigration, { migrationRules: [aRule('r'), aRule('')], domainRules: [aRule('')] }],
];

const accepted: object[] = [
  {},
  { domainRules: [] },
  { domainRules: null },
  { domainRules: [aRule('r'.repeat(64))] },
  { domainRules: [aRule('_'), aRule('_-1'), aRule('Ä'), aRule('x٣'), aRule('__proto__')] },
  { domainRules: [aRule('r', { mode: 'WRITEREAD', onSuccess: 'NONE,ERROR', onFailure: 'a,b,c' })] },
  { domainRules: [{ name: 'r', type: 'CEL', onSuccess: 'NONE,ERROR' }] },
  { migrationRules: [aRule('r', { ...upgrade, mode: 'UPDOWN', onFailure: 'NONE,DLQ' })] },
  { domainRules: [aRule('r')], encodingRules: [aRule('e', { mode: 'READ' })], enableAt: 'NONE' },
];

/** What answers where rules are sent, by the request that brings them. */
async function sendEverywhere(edition: 'community' | 'enterprise', ruleSet: object) {
  const { ask, register } = aRegistry({ edition });
  await register('t', schema);
  return {
    registration: await register('s', { schema, ruleSet }),
    default: await ask('PUT', '/config/c', { defaultRuleSet: ruleSet }),
    override: await ask('PUT', '/config', { overrideRuleSet: ruleSet }),
    tags: await ask('POST', '/subjects/t/versions/1/tags', { ruleSet }),
    merged: await ask('POST', '/subjects/t/versions/1/tags', { rulesToMerge: ruleSet }),
    subjects: await ask('GET', '/subjects'),
    config: await ask('GET', '/config/c?defaultToGlobal=true'),
    versions: await ask('GET', '/subjects/t/versions'),
  };
}

describe('Enterprise Edition', () => {
  test.each(refused)('refuses rules wherever they are sent: %s %j', async (message, ruleSet) => {
    const {
      registration,
      default: first,
      override,
      tags,
      merged,
      ...after
    } = await sendEverywhere('enterprise', ruleSet);
    for (const { status, body } of [registration, first, override, tags, merged])
      expect({ status, body }).toEqual({ status: 422, body: { error_code: 42210, message } });
    expect(after.subjects.body).toEqual(['t']);
    expect(after.versions.body).toEqual([1]);
    expect(after.config.body).toEqual({ compatibilityLevel: 'BACKWARD' });
  });

  test.each(accepted.map((each) => [each]))('takes rules: %j', async (ruleSet) => {
    const {
      registration,
      default: first,
      override,
      tags,
      merged,
    } = await sendEverywhere('enterprise', ruleSet);
    for (const { status } of [registration, first, override, tags, merged])
      expect(status).toBe(200);
    expect(registration.body.ruleSet).toEqual(first.body.defaultRuleSet);
    expect(registration.body.ruleSet).toEqual(override.body.overrideRuleSet);
  });

  test('refuses the rules of a name that is none for its name', async () => {
    const { register } = aRegistry({ edition: 'enterprise' });
    const ruleSet = { domainRules: [aRule('')] };
    const { body } = await register('__GLOBAL', { schema, ruleSet });
    expect(body.error_code).toBe(42208);
    const broken = await register('s', { schema: '{', ruleSet });
    expect(broken.body.error_code).toBe(42210);
  });

  test('refuses them in IMPORT mode too, and looks up and checks whatever they are', async () => {
    const { ask, register } = aRegistry({ edition: 'enterprise' });
    const ruleSet = { domainRules: [aRule('1')] };
    await register('s', schema);
    expect((await ask('POST', '/subjects/s', { schema, ruleSet })).body.error_code).toBe(40403);
    const check = '/compatibility/subjects/s/versions/latest';
    expect((await ask('POST', check, { schema, ruleSet })).body).toEqual({ is_compatible: true });
    await ask('PUT', '/mode?force=true', { mode: 'IMPORT' });
    const imported = await register('s', { schema, ruleSet, id: 9 });
    expect(imported.body.error_code).toBe(42210);
  });

  test('refuses null in place of a rule, a tag and a parameter with 500', async () => {
    for (const domainRules of [
      [null],
      [aRule('r', { tags: [null] })],
      [aRule('r', { params: { a: null } })],
    ]) {
      const {
        registration,
        default: first,
        ...rest
      } = await sendEverywhere('enterprise', {
        domainRules,
      });
      expect([registration.status, first.status, rest.merged.status]).toEqual([500, 500, 500]);
      expect(rest.subjects.body).toEqual(['t']);
    }
  });
});

describe('Community Edition', () => {
  const all = [...refused.map(([, each]) => each), ...accepted, { domainRules: [null] }];
  test.each(all.map((each) => [each]))('drops rules without a word: %j', async (ruleSet) => {
    const answers = await sendEverywhere('community', ruleSet);
    for (const { status, body } of Object.values(answers)) {
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toMatch(/rule/i);
    }
  });
});
