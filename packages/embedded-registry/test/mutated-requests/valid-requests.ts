import { type Operation, routes } from '@srkit/registry-protocol';
import fc from 'fast-check';
import { toParts } from './json-parts.ts';
import { bodies, number, subject } from './request-bodies.ts';
import type { RequestParts } from './request-parts.ts';

const version = fc.oneof(number.map(String), fc.constant('latest'), fc.constant('-1'));
const flag = fc.constantFrom('true', 'false');

/** What stands for each parameter of a path. */
const parameters: Readonly<Record<string, fc.Arbitrary<string>>> = {
  subject,
  version,
  id: number.map(String),
  guid: fc.constantFrom(
    '00000000-0000-0000-0000-000000000000',
    'b45cffe0-84dd-3d20-d928-bee85e7b0f21',
  ),
  context: fc.constantFrom('.x', '.y', ':.x:'),
  exporter: fc.constantFrom('e', 'f'),
  kek: fc.constantFrom('k', 'l'),
  resourceId: fc.constantFrom('i', 'j'),
  resourceNamespace: fc.constantFrom('lkc-1', '-'),
  resourceName: fc.constantFrom('t', 'u', '-'),
};

/** What a query's parameter can be; the others are true or false. */
const queryValues: Readonly<Record<string, fc.Arbitrary<string>>> = {
  subject,
  subjectPrefix: fc.constantFrom('', 'a', ':*:', ':.x:', ':.x:a'),
  offset: fc.constantFrom('0', '1', '5'),
  limit: fc.constantFrom('0', '1', '3', '-1'),
  format: fc.constantFrom('resolved', 'serialized', 'ignore_extensions', ''),
  referenceFormat: fc.constantFrom('default', 'qualified'),
  findTags: fc.constantFrom('PII', 'T', '*'),
  ruleType: fc.constantFrom('CEL', 'ENCRYPT'),
  key: fc.constantFrom('owner', 'application'),
  value: fc.constantFrom('x', 'y'),
  algorithm: fc.constantFrom('AES128_GCM', 'AES256_SIV', 'AES256_GCM'),
  resourceType: fc.constant('topic'),
  associationType: fc.constantFrom('key', 'value'),
  lifecycle: fc.constantFrom('WEAK', 'STRONG', 'NONE'),
  context: fc.constantFrom('.', '.x', ':.y:'),
};

const contextPrefix = fc.constantFrom(
  [],
  [],
  [],
  ['contexts', '.x'],
  ['contexts', ':.y:'],
  ['contexts', '.'],
);

/** Requests as they should be, of all routes. */
export const validRequest: fc.Arbitrary<RequestParts> = fc.oneof(...routes.map(requestOf));

/** Requests that bring schemas, so that there is something to ask for. */
export const registration = ofOperations('registerSchema');

/** Requests that compare schemas. */
export const comparison = ofOperations(
  'checkCompatibility',
  'checkCompatibilityWithAll',
  'lookUpSchema',
);

function ofOperations(...operations: readonly Operation[]): fc.Arbitrary<RequestParts> {
  return fc.oneof(
    ...routes.filter(({ operation }) => operations.includes(operation)).map(requestOf),
  );
}

function requestOf({
  operation,
  method,
  path,
  query,
}: (typeof routes)[number]): fc.Arbitrary<RequestParts> {
  const segments = path === '/' ? [] : path.split('/').slice(1);
  return fc.record({
    method: fc.constant(method),
    segments: fc
      .tuple(contextPrefix, fc.tuple(...segments.map(segmentOf)))
      .map(([context, rest]) => [...context, ...rest]),
    query: fc
      .subarray([...query])
      .chain((names) =>
        fc.tuple(
          ...names.map((name) =>
            (queryValues[name] ?? flag).map((value) => [name, value] as const),
          ),
        ),
      ),
    headers: fc.constantFrom({}, { accept: 'application/vnd.schemaregistry.v1+json' }),
    body: bodies[operation]?.map(toParts) ?? fc.constant(undefined),
  });
}

function segmentOf(segment: string): fc.Arbitrary<string> {
  if (!segment.startsWith('{')) return fc.constant(segment);
  return parameters[segment.slice(1, -1)] ?? fc.constant('x');
}
