import fc from 'fast-check';
import { type Answer, avro } from '../a-registry.ts';
import { subjects } from './every-question.ts';

/** A request as `ask` takes it. */
export interface RandomRequest {
  method: string;
  target: string;
  body?: object;
}

const subject = fc.oneof(fc.constantFrom('a', ':.x:a'), fc.constantFrom(...subjects));
const version = fc.integer({ min: 1, max: 3 });
const flag = fc.boolean();

const content = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      { schema: avro('A', 'x') },
      { schema: avro('A', 'x', 'y:int=0') },
      { schema: avro('B', 'x') },
      { schema: '"int"' },
      { schema: '{"type":"object"}', schemaType: 'JSON' },
      { schema: 'syntax = "proto3"; message M { string s = 1; }', schemaType: 'PROTOBUF' },
      { schema: '' },
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(subject, version, fc.constantFrom('H', 'I')).map(([to, of, name]) => ({
      schema: avro(name, 'a:string', 'b:int=0'),
      references: [{ name: 'A', subject: to, version: of }],
    })),
  },
);

const extras = fc.record(
  {
    metadata: fc.constantFrom(null, { properties: { owner: 'x' } }, { tags: { '**': ['PII'] } }),
    ruleSet: fc.constant({
      domainRules: [{ name: 'r', kind: 'CONDITION', mode: 'WRITE', type: 'CEL', expr: 'true' }],
    }),
  },
  { requiredKeys: [] },
);

const registration = fc
  .record({ subject, content, extras, normalize: flag })
  .map(({ subject: of, content: sent, extras: more, normalize }) => ({
    method: 'POST',
    target: `${pathOf(of)}/versions?normalize=${normalize}`,
    body: { ...sent, ...more },
  }));

const importing = fc
  .record({
    subject,
    content,
    extras,
    id: fc.integer({ min: 1, max: 8 }),
    version: fc.option(version),
  })
  .map(({ subject: of, content: sent, extras: more, id, version: given }) => ({
    method: 'POST',
    target: `${pathOf(of)}/versions`,
    body: { ...sent, ...more, id, version: given },
  }));

const deletion = fc
  .record({ subject, version: fc.option(version), permanent: flag })
  .map(({ subject: of, version: which, permanent }) => ({
    method: 'DELETE',
    target: `${pathOf(of)}${which === null ? '' : `/versions/${which}`}?permanent=${permanent}`,
  }));

/** Where settings are kept. */
const place = fc.constantFrom('', ...subjects.map((name) => `/${name}`), '/:.x:', '/:.__GLOBAL:');

const mode = fc
  .record({
    place,
    mode: fc.constantFrom('IMPORT', 'IMPORT', 'READWRITE', 'READONLY', 'FORWARD', null),
    force: flag,
  })
  .map((given) => ({
    method: 'PUT',
    target: `/mode${encodePlace(given.place)}?force=${given.force}`,
    body: { mode: given.mode },
  }));

const config = fc
  .record({
    place,
    body: fc.constantFrom(
      { compatibility: 'NONE' },
      { compatibility: 'FULL_TRANSITIVE' },
      { alias: 'b' },
      { normalize: true, compatibilityGroup: 'g' },
      { defaultMetadata: { properties: { application: 'y' } } },
      { overrideMetadata: { properties: { owner: 'z' } }, compatibility: null },
    ),
  })
  .map((given) => ({
    method: 'PUT',
    target: `/config${encodePlace(given.place)}`,
    body: given.body,
  }));

const removal = fc
  .tuple(fc.constantFrom('mode', 'config'), place, flag)
  .map(([what, where, recursive]) => ({
    method: 'DELETE',
    target: `/${what}${encodePlace(where)}?recursive=${recursive}`,
  }));

const others: fc.Arbitrary<RandomRequest> = fc.constantFrom(
  { method: 'DELETE', target: '/contexts/.x' },
  { method: 'DELETE', target: '/contexts/.y' },
  {
    method: 'POST',
    target: '/dek-registry/v1/keks',
    body: { name: 'k', kmsType: 't', kmsKeyId: 'i' },
  },
  {
    method: 'POST',
    target: '/dek-registry/v1/keks/k/deks',
    body: { subject: 'a', algorithm: 'AES128_GCM', encryptedKeyMaterial: 'ZW5j' },
  },
  { method: 'DELETE', target: '/dek-registry/v1/keks/k/deks/a' },
  {
    method: 'POST',
    target: '/exporters',
    body: { name: 'e', config: { 'schema.registry.url': 'http://destination' } },
  },
  {
    method: 'POST',
    target: '/subjects/a/versions/1/tags',
    body: {
      tagsToAdd: [{ schemaEntity: { entityPath: 'A.x', entityType: 'sr_field' }, tags: ['T'] }],
    },
  },
);

const request: fc.Arbitrary<RandomRequest> = fc.oneof(
  { weight: 8, arbitrary: registration },
  { weight: 8, arbitrary: importing },
  { weight: 4, arbitrary: deletion },
  { weight: 2, arbitrary: mode },
  { weight: 2, arbitrary: config },
  { weight: 1, arbitrary: removal },
  { weight: 1, arbitrary: others },
);

/** The same, and again for good: two random requests seldom meet so. */
const purge = deletion.map(({ method, target }) =>
  [false, true].map((permanent) => ({
    method,
    target: target.replace(/permanent=.*/, `permanent=${permanent}`),
  })),
);

const steps = fc.oneof(
  { weight: 6, arbitrary: request.map((each) => [each]) },
  { weight: 1, arbitrary: purge },
);

/** With what the registry begins, so that not everything is refused. */
const beginning: fc.Arbitrary<RandomRequest[]> = fc
  .record({ level: fc.option(fc.constant('NONE')), mode: fc.option(fc.constant('IMPORT')) })
  .map(({ level, mode: first }) => [
    ...['/config', '/config/:.__GLOBAL:'].map((target) => put(target, { compatibility: level })),
    put('/mode/:.__GLOBAL:', { mode: first }),
  ]);

/** Requests that may change something, about few enough names that they meet. */
export const randomRequests: fc.Arbitrary<RandomRequest[]> = fc
  .tuple(beginning, fc.array(steps, { minLength: 5, maxLength: 40, size: 'max' }))
  .map(([first, rest]) => [...first, ...rest.flat()]);

function put(target: string, body: object): RandomRequest {
  return { method: 'PUT', target, body };
}

function pathOf(name: string): string {
  return `/subjects/${encodeURIComponent(name)}`;
}

function encodePlace(name: string): string {
  return name === '' ? '' : `/${encodeURIComponent(name.slice(1))}`;
}

/** Sends requests one after the other. */
export async function askAll(
  ask: (method: string, target: string, body?: unknown) => Promise<Answer>,
  requests: readonly RandomRequest[],
): Promise<Pick<Answer, 'status' | 'body'>[]> {
  const answers = [];
  for (const { method, target, body: sent } of requests) {
    const { status, body } = await ask(method, target, sent);
    answers.push({ status, body });
  }
  return answers;
}

/** The guids that answers name. */
export function guidsOf(answers: readonly Pick<Answer, 'body'>[]): Set<string> {
  return new Set(answers.flatMap(({ body }) => body?.guid ?? []));
}
