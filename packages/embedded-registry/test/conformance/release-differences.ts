import type { TestContext } from 'vitest';
import type { RegistryUnderTest } from './registry-under-test.ts';
import { avro, order } from './schemas.ts';

/** Something that releases do differently. */
export interface ReleaseDifference {
  title: string;
  /** The first release of each branch that has it, oldest first: `7.9.5/8.0.3/8.1.1`. */
  firsts: string;
  /** Asks the registry, and picks of its answers what tells releases apart. */
  look(test: TestContext): Promise<unknown>;
  /** What that is in older releases. @default false */
  before?: unknown;
  /** What that is from the first release on. @default true */
  after?: unknown;
}

/** What came with which release (2.10): for each difference a request, and what it is answered before and after. */
export function releaseDifferences(registry: RegistryUnderTest): ReleaseDifference[] {
  return [
    ...paths(registry),
    ...parameters(registry),
    ...fields(registry),
    ...modes(registry),
    ...dataEncryptionKeys(registry),
  ];
}

function paths(registry: RegistryUnderTest): ReleaseDifference[] {
  const { call, exchange, aSubject, aContext, aWord } = registry;
  const isThere = (firsts: string, method: string, path: () => string): ReleaseDifference => ({
    title: `${method} ${path().replaceAll(/srkit[-_]\w+(-\d+)?/g, '…')}`,
    firsts,
    async look() {
      const { status, body } = await call(method, path(), method === 'GET' ? undefined : {});
      return status !== 405 && body.message !== 'HTTP 404 Not Found';
    },
  });
  /** Everybody's settings are not deleted to find out whether they could be. */
  const isAllowed = (firsts: string, method: string, path: string): ReleaseDifference => ({
    title: `${method} ${path}`,
    firsts,
    look: async () => (await exchange('OPTIONS', path)).headers['allow']?.includes(method),
  });
  return [
    isThere('7.2.0', 'GET', () => '/v1/metadata/version'),
    isAllowed('7.2.0', 'DELETE', '/config'),
    isThere('7.3.0', 'GET', () => '/schemas/ids/1/schema'),
    isThere('7.4.0', 'GET', () => `/subjects/${aSubject()}/metadata`),
    isThere('7.5.0', 'POST', () => `/subjects/${aSubject()}/versions/1/tags`),
    isThere('7.5.0', 'GET', () => '/dek-registry/v1/keks'),
    isAllowed('7.9.5/8.0.3/8.1.1', 'DELETE', '/mode'),
    isThere('8.0.0', 'GET', () => `/schemas/guids/${aWord()}/ids`),
    isThere('8.0.0', 'GET', () => `/schemas/guids/${aWord()}`),
    isThere('8.0.1', 'DELETE', () => `/contexts/${aContext()}`),
    isThere('8.1.0', 'GET', () => '/v1/metadata/deployment'),
    isThere('8.0.4/8.1.2/8.2.0', 'POST', () => '/associations'),
    isThere('8.0.4/8.1.2/8.2.0', 'GET', () => `/associations/subjects/${aSubject()}`),
    isThere('8.0.4/8.1.2/8.2.0', 'GET', () => '/associations/resources/none'),
    isThere('8.0.6/8.1.4/8.2.2', 'POST', () => '/associations:batchGet'),
    isThere('8.0.6/8.1.4/8.2.2', 'POST', () => '/associations:batchMutate'),
  ];
}

function parameters({
  call,
  must,
  register,
  aSubject,
  aContext,
}: RegistryUnderTest): ReleaseDifference[] {
  /** A subject with a soft-deleted version and a live one. */
  async function partlyDeleted(): Promise<string> {
    const subject = aSubject();
    await register(subject, order.first);
    await register(subject, order.second);
    await must('DELETE', `/subjects/${subject}/versions/1`);
    return subject;
  }
  return [
    {
      title: 'normalize makes one version of two spellings',
      firsts: '7.1.0',
      async look() {
        const subject = aSubject();
        for (const properties of [
          { a: '', b: '' },
          { b: '', a: '' },
        ])
          await must('POST', `/subjects/${subject}/versions?normalize=true`, {
            schema: JSON.stringify({ type: 'record', name: 'R', fields: [], ...properties }),
          });
        return must('GET', `/subjects/${subject}/versions`);
      },
      before: [1, 2],
      after: [1],
    },
    {
      title: 'deletedOnly of subjects',
      firsts: '7.4.0',
      async look() {
        const subject = aSubject();
        await register(subject, order.first);
        return must('GET', `/subjects?deletedOnly=true&subjectPrefix=${subject}`).then(
          (names) => names.length,
        );
      },
      before: 1,
      after: 0,
    },
    {
      title: 'deletedOnly of versions',
      firsts: '7.4.0',
      look: async () => must('GET', `/subjects/${await partlyDeleted()}/versions?deletedOnly=true`),
      before: [2],
      after: [1],
    },
    {
      title: 'ruleType of schemas',
      firsts: '7.6.0',
      async look() {
        const subject = aSubject();
        await register(subject, order.first);
        const listed = await must('GET', `/schemas?subjectPrefix=${subject}&ruleType=NONE`);
        return listed.length;
      },
      before: 1,
      after: 0,
    },
    {
      title: 'findTags of a version',
      firsts: '7.7.0',
      async look() {
        const subject = aSubject();
        const field = { name: 'id', type: 'string', 'confluent:tags': ['PII'] };
        const schema = JSON.stringify({ type: 'record', name: 'R', fields: [field] });
        await register(subject, schema);
        return 'schemaTags' in (await must('GET', `/subjects/${subject}/versions/1?findTags=PII`));
      },
    },
    {
      title: 'aliases of schemas',
      firsts: '7.7.0',
      async look() {
        const subject = aSubject();
        await register(subject, order.first);
        await must('PUT', `/config/${aSubject()}`, { alias: subject });
        const [listed] = await must('GET', `/schemas?subjectPrefix=${subject}&aliases=true`);
        return 'aliases' in listed;
      },
    },
    {
      title: 'limit of subjects',
      firsts: '7.9.0',
      async look() {
        const subject = aSubject();
        await register(`${subject}-1`, order.first);
        await register(`${subject}-2`, order.first);
        const names = await must('GET', `/subjects?subjectPrefix=${subject}&limit=1`);
        return names.length;
      },
      before: 2,
      after: 1,
    },
    {
      title: 'limit of contexts',
      firsts: '8.0.0',
      async look() {
        await register(`:${aContext()}:s`, order.first);
        return (await must('GET', '/contexts?limit=1')).length === 1;
      },
    },
    {
      title: 'contextPrefix of contexts',
      firsts: '7.9.6/8.0.3/8.1.1',
      async look() {
        const context = aContext();
        await register(`:${context}:s`, order.first);
        return (await must('GET', `/contexts?contextPrefix=${context}`)).length === 1;
      },
    },
    {
      title: 'recursive of modes',
      firsts: '7.9.6/8.0.3/8.1.1',
      async look() {
        const context = aContext();
        await must('PUT', `/mode/:${context}:`, { mode: 'READWRITE' });
        await must('PUT', `/mode/:${context}:s`, { mode: 'READWRITE' });
        await must('DELETE', `/mode/:${context}:?recursive=true`);
        return (await call('GET', `/mode/:${context}:s`)).status;
      },
      before: 200,
      after: 404,
    },
    {
      title: 'referenceFormat of a version',
      firsts: '8.1.0',
      async look() {
        const context = aContext();
        await register(`:${context}:s`, avro('Referenced', 'id'));
        await register(`:${context}:t`, {
          schema: avro('Referring', 'to:Referenced'),
          references: [{ name: 'Referenced', subject: 's', version: 1 }],
        });
        const target = `/subjects/:${context}:t/versions/1?referenceFormat=qualified`;
        return (await must('GET', target)).references[0].subject === `:${context}:s`;
      },
    },
    {
      title: 'deletedAsNegative of versions',
      firsts: '8.0.6/8.1.4/8.2.0',
      look: async () =>
        must('GET', `/subjects/${await partlyDeleted()}/versions?deletedAsNegative=true`),
      before: [2],
      after: [-1, 2],
    },
  ];
}

function fields({ must, register, aSubject }: RegistryUnderTest): ReleaseDifference[] {
  const ofConfig = (firsts: string, field: string, value: unknown): ReleaseDifference => ({
    title: `${field} of a configuration`,
    firsts,
    async look() {
      const path = `/config/${aSubject()}`;
      const update = { compatibility: 'FULL', [field]: value };
      return [field in (await must('PUT', path, update)), field in (await must('GET', path))];
    },
    before: [false, false],
    after: [true, true],
  });
  const inAnswer = (firsts: string, field: string, path: string): ReleaseDifference => ({
    title: `${field} of ${path}`,
    firsts,
    async look() {
      const subject = aSubject();
      const metadata = { properties: { owner: 'a' } };
      const { id } = await register(subject, { schema: order.first, metadata });
      const target = path.replace('{subject}', subject).replace('{id}', id);
      const answer = await must('GET', target);
      return field in (Array.isArray(answer) ? answer[0] : answer);
    },
  });
  const version = '/subjects/{subject}/versions/latest';
  const isOf8 = /^(schemaType|guid)$/;
  const registered = async () => {
    const request = { schema: order.first };
    return Object.keys(await must('POST', `/subjects/${aSubject()}/versions`, request)).sort();
  };
  return [
    {
      title: 'a registration is answered with the version, not with its id alone',
      firsts: '7.5.0',
      look: async () => (await registered()).filter((name) => !isOf8.test(name)),
      before: ['id'],
      after: ['id', 'schema', 'version'],
    },
    {
      title: 'a registration is answered with the type, also where it is AVRO, and a guid',
      firsts: '8.0.0',
      look: async () => (await registered()).filter((name) => isOf8.test(name)),
      before: [],
      after: ['guid', 'schemaType'],
    },
    {
      title: 'the type of JSON Schema was always named',
      firsts: '7.0.0',
      async look() {
        const subject = aSubject();
        await register(subject, { schema: '{}', schemaType: 'JSON' });
        return (await must('GET', `/subjects/${subject}/versions/1`)).schemaType;
      },
      after: 'JSON',
    },
    {
      title: 'a look-up is answered with a guid',
      firsts: '8.0.0',
      async look() {
        const subject = aSubject();
        await register(subject, order.first);
        return 'guid' in (await must('POST', `/subjects/${subject}`, { schema: order.first }));
      },
    },
    inAnswer('7.4.0', 'metadata', version),
    inAnswer('7.4.0', 'metadata', '/schemas/ids/{id}'),
    inAnswer('8.0.0', 'guid', version),
    inAnswer('8.0.0', 'guid', '/schemas/ids/{id}'),
    inAnswer('8.0.0', 'guid', '/schemas?subjectPrefix={subject}'),
    inAnswer('8.0.0', 'schemaType', version),
    inAnswer('8.0.0', 'schemaType', '/schemas/ids/{id}'),
    inAnswer('8.0.0', 'schemaType', '/schemas?subjectPrefix={subject}'),
    inAnswer('8.0.0', 'ts', version),
    inAnswer('8.0.0', 'deleted', version),
    inAnswer('8.0.0', 'subject', '/schemas/ids/{id}?subject={subject}'),
    ofConfig('7.4.0', 'compatibilityGroup', 'g'),
    ofConfig('7.4.0', 'defaultMetadata', { properties: { a: 'b' } }),
    ofConfig('7.4.0', 'overrideMetadata', { properties: { a: 'b' } }),
    ofConfig('7.5.0', 'alias', 'x'),
    ofConfig('7.5.0', 'normalize', true),
    ofConfig('7.6.0', 'validateFields', true),
    ofConfig('7.7.0', 'validateRules', true),
    ofConfig('8.0.3/8.1.1', 'compatibilityPolicy', 'STRICT'),
    ofConfig('8.0.4/8.1.2', 'validateNewSchemas', true),
    ofConfig('8.0.4/8.1.2/8.2.2', 'aliasForDeks', 'x'),
  ];
}

function modes(registry: RegistryUnderTest): ReleaseDifference[] {
  const { call, must, register, aSubject, aContext } = registry;
  return [
    {
      title: 'settings of :.__GLOBAL: hold everywhere',
      firsts: '7.4.0',
      async look(test) {
        await registry.mayChangeEverybodysSettings(test);
        await must('PUT', '/config/:.__GLOBAL:', { compatibility: 'NONE' });
        const path = `/config/:${aContext()}:s?defaultToGlobal=true`;
        return (await must('GET', path)).compatibilityLevel === 'NONE';
      },
    },
    {
      title: 'the mode FORWARD',
      firsts: '7.9.6/8.1.0',
      async look() {
        const { body } = await call('PUT', `/mode/${aSubject()}`, { mode: 'FORWARD' });
        return body.message === 'Forward mode only supported on global level';
      },
    },
    {
      title: 'a mode of its own goes before READONLY_OVERRIDE of /mode',
      firsts: '8.0.4/8.1.2',
      async look(test) {
        await registry.mayChangeEverybodysSettings(test);
        const subject = aSubject();
        await must('PUT', `/mode/${subject}`, { mode: 'READWRITE' });
        await must('PUT', '/mode', { mode: 'READONLY_OVERRIDE' });
        const request = { schema: order.first };
        const { status } = await call('POST', `/subjects/${subject}/versions`, request);
        const { mode } = await must('GET', `/mode/${subject}?defaultToGlobal=true`);
        return { status, mode };
      },
      before: { status: 422, mode: 'READONLY_OVERRIDE' },
      after: { status: 200, mode: 'READWRITE' },
    },
    {
      title: 'an incompatible schema has a number of its own',
      firsts: '8.0.4/8.1.2',
      async look() {
        const subject = aSubject();
        await must('PUT', `/config/${subject}`, { compatibility: 'BACKWARD' });
        await register(subject, order.first);
        const request = { schema: order.incompatible };
        const { status, body } = await call('POST', `/subjects/${subject}/versions`, request);
        return [status, body.error_code];
      },
      before: [409, 409],
      after: [409, 40901],
    },
    {
      title: 'what is no valid default is refused, unless validateNewSchemas is false',
      firsts: '8.0.4/8.1.2',
      async look() {
        const subject = aSubject();
        const schema = avro('R', 'count:int="none"');
        const refused = await call('POST', `/subjects/${subject}/versions`, { schema });
        await must('PUT', `/config/${subject}`, { validateNewSchemas: false });
        const taken = await call('POST', `/subjects/${subject}/versions`, { schema });
        return [refused.status, taken.status];
      },
      before: [422, 422],
      after: [422, 200],
    },
  ];
}

function dataEncryptionKeys(registry: RegistryUnderTest): ReleaseDifference[] {
  const { call, must, aSubject, aWord, afterwards } = registry;
  return [
    {
      title: 'rewrap of a data encryption key',
      firsts: '7.9.6/8.0.4/8.1.2',
      async look(test) {
        await registry.since(test, '7.5.0');
        const keks = '/dek-registry/v1/keks';
        const name = aWord();
        const deks = `${keks}/${name}/deks/${aSubject()}`;
        for (const path of [`${keks}/${name}`, deks])
          for (const permanent of ['?permanent=true', ''])
            afterwards(() => call('DELETE', `${path}${permanent}`));
        await must('POST', keks, { name, kmsType: 'test-kms', kmsKeyId: 'k' });
        await must('POST', deks, { encryptedKeyMaterial: 'a' });
        const request = { encryptedKeyMaterial: 'b' };
        return (await call('POST', `${deks}?rewrap=true`, request)).status;
      },
      before: 409,
      after: 200,
    },
  ];
}

/** What came with which release for rules, which the Enterprise edition alone keeps. */
export function ruleDifferences(registry: RegistryUnderTest): ReleaseDifference[] {
  const { register, must, aSubject } = registry;
  const rule = { name: 'r', kind: 'TRANSFORM', mode: 'WRITE', type: 'X' };
  const ofRuleSet = (firsts: string, field: string, value: unknown): ReleaseDifference => ({
    title: `${field} of rules`,
    firsts,
    async look(test) {
      await registry.inEdition(test, 'enterprise');
      const subject = aSubject();
      const ruleSet = { domainRules: [rule], [field]: value };
      await register(subject, { schema: order.first, ruleSet });
      const { ruleSet: kept = {} } = await must('GET', `/subjects/${subject}/versions/1`);
      return field in kept;
    },
  });
  return [
    ofRuleSet('7.4.0', 'domainRules', [rule]),
    ofRuleSet('8.0.1', 'encodingRules', [{ ...rule, name: 'e' }]),
    ofRuleSet('8.0.6/8.1.4/8.2.2', 'enableAt', 'CLIENT'),
  ];
}
