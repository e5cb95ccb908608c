import { describe, expect, it } from 'vitest';
import type { SchemaMetadata } from '../../src/index.ts';
import { sameCompatibilityGroup } from '../../src/index.ts';

interface Version {
  version: number;
  metadata?: SchemaMetadata | null;
}

const major = (version: number, value?: string): Version => ({
  version,
  metadata: value === undefined ? null : { properties: { major: value } },
});
const previous: Version[] = [major(1), major(2, '1'), major(3, '2'), major(4, '1'), { version: 5 }];
const versions = (list: readonly { version: number }[]) => list.map(({ version }) => version);

describe('sameCompatibilityGroup', () => {
  it('keeps the versions of the same value, in their order', () => {
    const kept = sameCompatibilityGroup(previous, { properties: { major: '1' } }, 'major');
    expect(versions(kept)).toEqual([2, 4]);
  });

  it.for([undefined, null, {}, { properties: null }, { properties: {} }])(
    'takes those without the property for a new schema with the metadata %j',
    (metadata) => {
      expect(versions(sameCompatibilityGroup(previous, metadata, 'major'))).toEqual([1, 5]);
    },
  );

  it.for([undefined, null, ''])('keeps all where the group is %j', (group) => {
    expect(sameCompatibilityGroup(previous, null, group)).toEqual(previous);
  });

  it('does not take what every object has for a property', () => {
    const kept = sameCompatibilityGroup(previous, { properties: {} }, 'constructor');
    expect(kept).toHaveLength(5);
  });
});
