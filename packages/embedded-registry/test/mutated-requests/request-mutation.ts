import fc from 'fast-check';
import type { RegistryRequest } from '../../src/http/message.ts';
import { brokenEncoding } from './strange-texts.ts';
import { textMutation } from './text-mutation.ts';

type RequestMutation = (request: RegistryRequest) => RegistryRequest;

const place = fc.nat({ max: 1000 });
const targets = fc.constantFrom(
  ...['', '*', 'http://other/subjects', 'HTTPS://x', '/', '//', '/?', '/#', '?', 'subjects'],
);
const bodies = fc.constantFrom(
  ...[
    '',
    ' ',
    '\n',
    '\ufeff',
    '\0',
    '{}',
    '[]',
    'null',
    '"x"',
    '{',
    '{"schema":"\\"int\\""}x',
    '{}{}',
  ],
);

const mutateTarget: fc.Arbitrary<RequestMutation> = fc
  .tuple(place, fc.nat({ max: 4 }), brokenEncoding)
  .map(([at, over, put]) => (request) => {
    const { target } = request;
    const start = 1 + (at % target.length);
    return { ...request, target: target.slice(0, start) + put + target.slice(start + over) };
  });

const replaceTarget: fc.Arbitrary<RequestMutation> = targets.map((target) => (request) => ({
  ...request,
  target,
}));

const mutateText: fc.Arbitrary<RequestMutation> = textMutation.map((mutate) => (request) => ({
  ...request,
  body: mutate(textOf(request.body)),
}));

const replaceBody: fc.Arbitrary<RequestMutation> = bodies.map((body) => (request) => ({
  ...request,
  body,
}));

const encode: fc.Arbitrary<RequestMutation> = fc
  .constantFrom('utf8' as const, 'utf16le' as const, 'latin1' as const)
  .map((encoding) => (request) => ({
    ...request,
    body: Buffer.from(textOf(request.body), encoding),
  }));

const mutateBytes: fc.Arbitrary<RequestMutation> = fc
  .tuple(place, fc.uint8Array({ maxLength: 4 }))
  .map(([at, bytes]) => (request) => {
    const body = Buffer.from(textOf(request.body));
    const start = at % (body.length + 1);
    return {
      ...request,
      body: Buffer.concat([body.subarray(0, start), bytes, body.subarray(start)]),
    };
  });

const putBefore: fc.Arbitrary<RequestMutation> = fc
  .constantFrom('\ufeff', '\ufeff\ufeff', ' \n', '/* c */')
  .map((before) => (request) => ({ ...request, body: before + textOf(request.body) }));

/** Breaks a request as it is sent: its target or its body, as text or as bytes. */
export const requestMutation: fc.Arbitrary<RequestMutation> = fc.oneof(
  { weight: 4, arbitrary: mutateTarget },
  { weight: 1, arbitrary: replaceTarget },
  { weight: 4, arbitrary: mutateText },
  { weight: 1, arbitrary: replaceBody },
  { weight: 1, arbitrary: encode },
  { weight: 2, arbitrary: mutateBytes },
  { weight: 1, arbitrary: putBefore },
);

function textOf(body: string | Uint8Array | undefined): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body);
}
