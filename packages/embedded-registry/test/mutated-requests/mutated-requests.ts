import fc from 'fast-check';
import type { RegistryRequest } from '../../src/http/message.ts';
import type { Edition } from '../../src/registry.ts';
import { partsMutation } from './parts-mutation.ts';
import { requestMutation } from './request-mutation.ts';
import { writeRequest } from './request-parts.ts';
import { comparison, registration, validRequest } from './valid-requests.ts';

/** Requests that one registry gets one after the other. */
export interface RequestSequence {
  edition: Edition;
  requests: readonly RegistryRequest[];
}

/** How long most sequences are: after one, the next registry is empty again. */
export const usualLength = 40;

const mutated: fc.Arbitrary<RegistryRequest> = fc
  .tuple(
    fc.oneof(
      { weight: 3, arbitrary: validRequest },
      { weight: 2, arbitrary: registration },
      { weight: 1, arbitrary: comparison },
    ),
    fc.oneof(fc.constant([]), fc.array(partsMutation, { maxLength: 3 })),
    fc.oneof(
      fc.constant([]),
      fc.constant([]),
      fc.array(requestMutation, { minLength: 1, maxLength: 2 }),
    ),
  )
  .map(([valid, onParts, onRequest]) =>
    onRequest.reduce(
      (request, mutate) => mutate(request),
      writeRequest(onParts.reduce((parts, mutate) => mutate(parts), valid)),
    ),
  );

/** Valid requests of all routes, most of them broken in a place or two; what they leave meets those that follow. */
export const requestSequence: fc.Arbitrary<RequestSequence> = fc.record({
  edition: fc.constantFrom('community', 'enterprise'),
  requests: fc.array(mutated, {
    minLength: usualLength / 2,
    maxLength: (usualLength * 3) / 2,
    size: 'max',
  }),
});
