import { beforeEach, expect, it } from 'vitest';
import { refused } from './answers.ts';
import { order } from './schemas.ts';
import { specification } from './specification.ts';

const rule = (name: string, fields: object = {}) => ({
  name,
  kind: 'CONDITION',
  mode: 'WRITE',
  type: 'CEL',
  expr: 'true',
  ...fields,
});

specification('Rules of data contracts in the Community Edition (2.4)', (registry) => {
  const { call, register, must, aSubject } = registry;
  let subject: string;
  beforeEach(async (test) => {
    await registry.since(test, '7.4.0');
    await registry.inEdition(test, 'community');
    subject = aSubject();
  });

  it.each([
    ['of the domain', { domainRules: [rule('r')] }],
    ['of migrations', { migrationRules: [rule('m', { kind: 'TRANSFORM', mode: 'UPGRADE' })] }],
    ['that would be refused elsewhere', { domainRules: [rule('1 a'), rule('')] }],
  ])('are dropped without a word: %s', async (_, ruleSet) => {
    const registered = await register(subject, { schema: order.first, ruleSet });
    expect(registered).not.toHaveProperty('ruleSet');
    const version = await must('GET', `/subjects/${subject}/versions/1`);
    expect(version).not.toHaveProperty('ruleSet');
    expect((await register(subject, order.first)).version, 'it is the same schema').toBe(1);
  });

  it('are dropped from configurations too', async () => {
    const defaultRuleSet = { domainRules: [rule('r')] };
    await must('PUT', `/config/${subject}`, { defaultRuleSet });
    expect(await must('GET', `/config/${subject}`)).not.toHaveProperty('defaultRuleSet');
  });

  it('must have the shape of rules nevertheless', async () => {
    const ruleSet = { domainRules: [rule('r', { mode: 'NOPE' })] };
    const target = `/subjects/${subject}/versions`;
    expect(await call('POST', target, { schema: order.first, ruleSet })).toEqual(
      refused(400, 400, expect.stringContaining('from String "NOPE": not one of the values')),
    );
  });

  it('are found by nobody', async (test) => {
    await registry.since(test, '7.6.0');
    await register(subject, { schema: order.first, ruleSet: { domainRules: [rule('r')] } });
    expect(await must('GET', `/schemas?subjectPrefix=${subject}&ruleType=CEL`)).toEqual([]);
  });
});

specification(
  'Rules of data contracts in the Enterprise Edition (2.4)',
  (registry) => {
    const { call, register, must, aSubject } = registry;
    let subject: string;
    beforeEach(async (test) => {
      await registry.since(test, '7.4.0');
      await registry.inEdition(test, 'enterprise');
      subject = aSubject();
    });
    const ruleSet = { domainRules: [rule('r')] };

    it('are kept with the schema', async () => {
      const registered = await register(subject, { schema: order.first, ruleSet });
      expect(registered.ruleSet.domainRules[0]).toMatchObject(rule('r'));
      const version = await must('GET', `/subjects/${subject}/versions/1`);
      expect(version.ruleSet).toEqual(registered.ruleSet);
    });

    it('make another schema of the same text', async () => {
      const plain = await register(subject, order.first);
      const ruled = await register(subject, { schema: order.first, ruleSet });
      expect(ruled.version).toBe(2);
      expect(ruled.guid).not.toBe(plain.guid);
    });

    it('that are not given are those of the version before', async () => {
      const first = await register(subject, { schema: order.first, ruleSet });
      expect((await register(subject, order.second)).ruleSet).toEqual(first.ruleSet);
    });

    it('are found by a look-up of the bare schema', async () => {
      await register(subject, { schema: order.first, ruleSet });
      const found = await must('POST', `/subjects/${subject}`, { schema: order.first });
      expect(found.version).toBe(1);
    });

    it('are found by their type', async (test) => {
      await registry.since(test, '7.6.0');
      await register(subject, { schema: order.first, ruleSet });
      const list = (type: string) =>
        must('GET', `/schemas?subjectPrefix=${subject}&ruleType=${type}`);
      expect(await list('CEL')).toHaveLength(1);
      expect(await list('JSONATA')).toEqual([]);
    });

    it('of the configuration are merged by name: the default under, the override over', async () => {
      await must('PUT', `/config/${subject}`, {
        defaultRuleSet: { domainRules: [rule('default'), rule('r', { expr: 'default' })] },
        overrideRuleSet: { domainRules: [rule('override')] },
      });
      const registered = await register(subject, { schema: order.first, ruleSet });
      const rules: { name: string; expr: string }[] = registered.ruleSet.domainRules;
      expect(Object.fromEntries(rules.map(({ name, expr }) => [name, expr]))).toEqual({
        default: 'true',
        r: 'true',
        override: 'true',
      });
    });

    it.each([
      ["Found rule with duplicate name 'r'", { domainRules: [rule('r'), rule('r')] }],
      ['Migration rules can only be UPGRADE, DOWNGRADE, UPDOWN', { migrationRules: [rule('r')] }],
      [
        'Domain rules can only be WRITE, READ, WRITEREAD',
        { domainRules: [rule('r', { mode: 'UPGRADE' })] },
      ],
      ['Missing rule name', { domainRules: [rule('r', { name: undefined })] }],
      ['Missing rule type', { domainRules: [rule('r', { type: undefined })] }],
      ['Empty rule name', { domainRules: [rule('')] }],
      ['Illegal initial character in rule name: 1a', { domainRules: [rule('1a')] }],
      ['Illegal character in rule name: a b', { domainRules: [rule('a b')] }],
    ])('are refused with 42210: %s', async (message, wrong) => {
      const target = `/subjects/${subject}/versions`;
      expect(await call('POST', target, { schema: order.first, ruleSet: wrong })).toEqual(
        refused(422, 42210, expect.stringContaining(message)),
      );
    });
  },
  { edition: 'enterprise' },
);
