import fc from 'fast-check';
import { jsonMutation, rawText } from './json-parts.ts';
import type { RequestParts } from './request-parts.ts';
import { strangeMediaTypes, strangeName, strangeValue } from './strange-texts.ts';

type PartsMutation = (parts: RequestParts) => RequestParts;

const place = fc.nat({ max: 1000 });
const methods = fc.constantFrom(
  ...['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'TRACE', 'BREW'],
);
const parameters = fc.constantFrom(
  ...['offset', 'limit', 'subject', 'subjectPrefix', 'deleted', 'format', 'key', 'value'],
  ...['lifecycle', 'algorithm', 'context', '__proto__', ''],
);
const headers = fc.constantFrom(
  ...['accept', 'accept', 'content-type', 'content-type', 'x-request-id', 'origin', '__proto__'],
);

const mutatePath: fc.Arbitrary<PartsMutation> = fc
  .tuple(place, fc.nat({ max: 2 }), strangeName)
  .map(([at, over, name]) => (parts) => {
    const segments = [...parts.segments];
    segments.splice(at % (segments.length + 1), over, name);
    return { ...parts, segments };
  });

const mutateMethod: fc.Arbitrary<PartsMutation> = methods.map((method) => (parts) => ({
  ...parts,
  method,
}));

const changeQuery: fc.Arbitrary<PartsMutation> = fc
  .tuple(place, strangeValue)
  .map(([at, value]) => (parts) => {
    const which = at % Math.max(1, parts.query.length);
    const query = parts.query.map(
      ([name, old], index) => [name, index === which ? value : old] as const,
    );
    return { ...parts, query };
  });

const addQuery: fc.Arbitrary<PartsMutation> = fc
  .tuple(parameters, strangeValue)
  .map((added) => (parts) => ({ ...parts, query: [...parts.query, added] }));

const mutateHeaders: fc.Arbitrary<PartsMutation> = fc
  .tuple(headers, strangeMediaTypes)
  .map(([name, value]) => (parts) => ({ ...parts, headers: { ...parts.headers, [name]: value } }));

const mutateJson: fc.Arbitrary<PartsMutation> = jsonMutation.map((mutate) => (parts) => ({
  ...parts,
  body: mutate(parts.body ?? rawText('{}')),
}));

/** Breaks a part of a request: its path, its method, its query, a header or its JSON. */
export const partsMutation: fc.Arbitrary<PartsMutation> = fc.oneof(
  { weight: 3, arbitrary: mutatePath },
  { weight: 1, arbitrary: mutateMethod },
  { weight: 2, arbitrary: changeQuery },
  { weight: 1, arbitrary: addQuery },
  { weight: 2, arbitrary: mutateHeaders },
  { weight: 10, arbitrary: mutateJson },
);
