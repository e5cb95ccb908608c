import { expect, test } from 'vitest';
import { readConfluentVersion } from '../../src/features/confluent-version.ts';
import { featuresOf } from '../../src/features/features.ts';
import { offerInRelease } from '../../src/features/offer-in-release.ts';

const handler = () => ({ json: {} });
const offer = (version: string, operation: 'registerSchema' | 'getServerDeployment') =>
  offerInRelease(featuresOf(readConfluentVersion(version)), operation, '/path', handler);

test.each(['8.1.5', '8.2.2', '99.0.0'])('%s has everything', (version) => {
  const features = featuresOf(readConfluentVersion(version));
  expect(Object.entries(features).filter(([, has]) => !has)).toEqual([]);
});

test('a release that has everything is answered by the very same handler', () => {
  expect(offer('8.1.5', 'registerSchema')).toEqual({ handler, path: '/path' });
  expect(offer('8.1.5', 'registerSchema')?.handler).toBe(handler);
  expect(offer('7.4.0', 'registerSchema')?.handler).not.toBe(handler);
});

test('an operation that a release does not have is not offered', () => {
  expect(offer('8.0.9', 'getServerDeployment')).toBeUndefined();
  expect(offer('8.1.0', 'getServerDeployment')).toBeDefined();
});
