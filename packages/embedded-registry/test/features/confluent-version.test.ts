import { describe, expect, test } from 'vitest';
import { isSince, readConfluentVersion } from '../../src/features/confluent-version.ts';
import { createEmbeddedRegistry } from '../../src/index.ts';
import { aRegistry } from '../a-registry.ts';

describe('a version', () => {
  test.each([
    ['8.1.5', '8.1.5'],
    ['8.1', '8.1.0'],
    ['7.09.06', '7.9.6'],
  ])('%s is %s', async (confluentVersion, named) => {
    expect(readConfluentVersion(confluentVersion).text).toBe(named);
    const { body } = await aRegistry({ confluentVersion }).ask('GET', '/v1/metadata/version');
    expect(body.version).toBe(named);
  });

  test.each(['', '8', 'v8.1.5', '8.1.5-ccs', '8.1.5.1', '6.2.1', '-7.0.0', '8.1.1000'])(
    '%j is none that can be followed',
    (confluentVersion) => {
      expect(() => createEmbeddedRegistry({ confluentVersion })).toThrow(RangeError);
    },
  );
});

describe('what came with several branches', () => {
  test.each([
    ['7.4.0', '7.3.9', false],
    ['7.4.0', '7.4.0', true],
    ['7.4.0', '8.0.0', true],
    ['7.9.6/8.0.3/8.1.1', '7.9.5', false],
    ['7.9.6/8.0.3/8.1.1', '7.9.6', true],
    ['7.9.6/8.0.3/8.1.1', '8.0.2', false],
    ['7.9.6/8.0.3/8.1.1', '8.1.0', false],
    ['7.9.6/8.0.3/8.1.1', '8.2.0', true],
    ['7.9.6/8.1.0', '8.0.9', false],
    ['8.0.4/8.1.2/8.2.2', '8.2.1', false],
    ['8.0.4/8.1.2/8.2.2', '8.3.0', true],
  ])('%s: %s has it: %j', (firsts, version, has) => {
    expect(isSince(readConfluentVersion(version), firsts)).toBe(has);
  });
});
