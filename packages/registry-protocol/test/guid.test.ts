import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { schemaGuid } from '../src/index.ts';

function uuid(...parts: (string | Buffer)[]): string {
  const hash = createHash('md5');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

describe('schemaGuid', () => {
  test('is the MD5 of the stored text', () => {
    expect(schemaGuid({ schema: '"string"' })).toBe('095d71cf-1255-6b9d-5e33-0ad575b3df5d');
  });

  test('covers references in order: name, subject, version as four bytes', () => {
    const references = [
      { name: 'n', subject: 's', version: 258 },
      { name: 'm', subject: 't', version: 1 },
    ];
    expect(schemaGuid({ schema: 'x', references })).toBe(
      uuid('x', 'n', 's', Buffer.from([0, 0, 1, 2]), 'm', 't', Buffer.from([0, 0, 0, 1])),
    );
  });

  test('covers metadata and rules, sorted, each behind a byte', () => {
    const metadata = {
      tags: { b: ['z', 'a'], a: ['q'] },
      properties: { two: '2', one: '1' },
      sensitive: ['y', 'x'],
    };
    const ruleSet = { domainRules: [{ name: 'r', kind: 'CONDITION' as const, disabled: true }] };
    const one = Buffer.from([1]);
    expect(schemaGuid({ schema: 'x', metadata, ruleSet })).toBe(
      uuid(
        'x',
        one,
        'a',
        'q',
        'b',
        'a',
        'z',
        'one',
        '1',
        'two',
        '2',
        'x',
        'y',
        one,
        'r',
        'CONDITION',
        one,
      ),
    );
  });

  test('tells no metadata from empty metadata', () => {
    expect(schemaGuid({ schema: 'x', metadata: {} })).not.toBe(schemaGuid({ schema: 'x' }));
    expect(schemaGuid({ schema: 'x', metadata: null })).toBe(schemaGuid({ schema: 'x' }));
  });

  test('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (properties) => {
        const turned = Object.fromEntries(Object.entries(properties).reverse());
        expect(schemaGuid({ schema: 'x', metadata: { properties: turned } })).toBe(
          schemaGuid({ schema: 'x', metadata: { properties } }),
        );
      }),
    );
  });
});
