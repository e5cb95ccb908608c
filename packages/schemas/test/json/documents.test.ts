import { describe, expect, it } from 'vitest';
import type { ReferencedSchema } from '../../src/index.ts';
import { schemaDocuments } from '../../src/json/documents.ts';
import { parseJsonSchema } from '../../src/json/parse.ts';

interface Found {
  pointer: string;
  document?: string;
  base?: string;
}

function documentsOf(schema: unknown, references: Record<string, unknown> = {}) {
  const texts = Object.entries(references).map(
    ([name, value]): ReferencedSchema => ({ name, text: JSON.stringify(value) }),
  );
  const text = JSON.stringify(schema);
  return schemaDocuments(parseJsonSchema(text, { references: texts, validation: 'stored' }));
}

/** Where a reference leads from a place in the schema. */
function follow(
  schema: unknown,
  reference: string,
  { from = [], references = {} }: { from?: (string | number)[]; references?: object } = {},
): Found | undefined {
  const { root, child, resolve } = documentsOf(schema, { ...references });
  const start = child(root, ...from);
  const place = start && resolve(reference, start);
  if (place === undefined) return undefined;
  const { pointer, document, base } = place;
  return { pointer, ...(document !== undefined && { document }), ...(base !== '' && { base }) };
}

describe('the places of a schema', () => {
  it('are remembered with the schema', () => {
    const schema = parseJsonSchema('{"$ref":"#"}');
    const documents = schemaDocuments(schema);
    expect(schemaDocuments(schema)).toBe(documents);
    expect(documents.resolve('#', documents.root)).toBe(documents.root);
  });

  it('are found step by step', () => {
    const { root, child } = documentsOf({
      properties: { 'a/b~c': { items: [true, { type: 'string' }] } },
      enum: [1],
    });
    expect(child(root, 'properties', 'a/b~c', 'items', 1)).toMatchObject({
      pointer: '/properties/a~1b~0c/items/1',
      document: undefined,
      base: '',
    });
    expect(child(root, 'properties', 'a/b~c', 'items', 0)?.value).toBe(true);
    expect(child(root, 'properties', 'toString')).toBeUndefined();
    expect(child(root, 'enum', 0)).toBeUndefined();
    expect(child(root, 'enum')).toBeUndefined();
    expect(child(root, 'properties', 'a/b~c', 'items', '01')).toBeUndefined();
  });

  it('have the base that the $ids on the way give them', () => {
    const inner = { $id: 'sub/b.json', not: { $id: '?query', not: { $id: '#anchor' } } };
    const { root, child } = documentsOf({ $id: 'http://x/y/a.json', not: inner });
    expect(root.base).toBe('http://x/y/a.json');
    expect(child(root, 'not')?.base).toBe('http://x/y/sub/b.json');
    expect(child(root, 'not', 'not')?.base).toBe('http://x/y/sub/b.json?query');
    expect(child(root, 'not', 'not', 'not')?.base).toBe('http://x/y/sub/b.json?query');
  });

  it('have an id in draft 4', () => {
    const draft04 = 'http://json-schema.org/draft-04/schema#';
    const { root } = documentsOf({ $schema: draft04, id: 'http://x/a', $id: 'http://x/b' });
    expect(root.base).toBe('http://x/a');
  });
});

describe('a $ref', () => {
  const modern = 'https://json-schema.org/draft/2020-12/schema';
  const withParts = {
    $schema: modern,
    definitions: { a: {}, 'b c': {}, 'd%25': {}, 'e~1f/g': {}, '': {}, é: {} },
    allOf: [{ $anchor: 'here' }, { $dynamicAnchor: 'there' }, { $id: '#old' }, { allOf: [true] }],
  };

  it.for([
    ['#', ''],
    ['', ''],
    ['#/definitions/a', '/definitions/a'],
    ['#/definitions/b%20c', '/definitions/b c'],
    ['#/definitions/d%2525', '/definitions/d%25'],
    ['#/definitions/e~01f~1g', '/definitions/e~01f~1g'],
    ['#/definitions/', '/definitions/'],
    ['#/definitions/%C3%A9', '/definitions/é'],
    ['#/allOf/3/allOf/0', '/allOf/3/allOf/0'],
    ['#here', '/allOf/0'],
    ['#there', '/allOf/1'],
    ['#old', '/allOf/2'],
  ] as const)('%s leads to %s', ([reference, pointer]) => {
    expect(follow(withParts, reference)).toEqual({ pointer });
  });

  it.for(['#/definitions/b', '#/allOf/4', '#/allOf/-', '#/allOf/0/$anchor', '#none', 'x', '#%'])(
    '%s leads nowhere',
    (reference) => {
      expect(follow(withParts, reference)).toBeUndefined();
    },
  );

  it('that is no anchor in an old draft is read as a pointer', () => {
    const schema = { definitions: { a: { $id: '#a' } }, allOf: [{ $anchor: 'b' }] };
    expect(follow(schema, '#a')?.pointer).toBe('/definitions/a');
    expect(follow(schema, '#b')?.pointer).toBe('');
    expect(follow(schema, '#x/definitions/a')?.pointer).toBe('/definitions/a');
    expect(follow(schema, '#definitions/a')).toBeUndefined();
  });

  it('counts from the $id around it, or else from the top', () => {
    const schema = {
      $id: 'http://x/root.json',
      definitions: {
        a: { $id: 'nested/a.json', definitions: { b: {}, c: { $id: 'c.json' } } },
        d: {},
      },
    };
    const from = ['definitions', 'a', 'definitions', 'b'];
    const a = { pointer: '/definitions/a', base: 'http://x/nested/a.json' };
    expect(follow(schema, '#', { from })).toEqual(a);
    expect(follow(schema, '#/definitions/b', { from })?.pointer).toBe(
      '/definitions/a/definitions/b',
    );
    expect(follow(schema, '#/definitions/d', { from })?.pointer).toBe('/definitions/d');
    expect(follow(schema, 'a.json', { from })).toEqual(a);
    expect(follow(schema, 'c.json', { from })?.base).toBe('http://x/nested/c.json');
    expect(follow(schema, '../root.json', { from })?.pointer).toBe('');
    expect(follow(schema, '/root.json#/definitions/d', { from })?.pointer).toBe('/definitions/d');
    expect(follow(schema, '//x/root.json', { from })?.pointer).toBe('');
    expect(follow(schema, 'http://x/nested/c.json#')?.pointer).toBe('/definitions/a/definitions/c');
    expect(follow(schema, 'c.json')).toBeUndefined();
  });

  it('takes what is a schema for sure before what may be one', () => {
    const schema = {
      'x-parts': [{ $id: 'http://x/a' }, { $id: 'http://x/b' }],
      enum: [{ $id: 'http://x/c' }],
      $defs: { a: { $id: 'http://x/a' } },
    };
    expect(follow(schema, 'http://x/a')?.pointer).toBe('/$defs/a');
    expect(follow(schema, 'http://x/b')?.pointer).toBe('/x-parts/1');
    expect(follow(schema, 'http://x/c')).toBeUndefined();
  });

  it('hides an $id beside it before 2019-09, but not at the top', () => {
    const schema = { $id: 'http://x/a/', $ref: '#', not: { $id: 'b/', $ref: 'c' } };
    const { root, child } = documentsOf(schema);
    expect(root.base).toBe('http://x/a/');
    expect(child(root, 'not')?.base).toBe('http://x/a/');
    const { root: top, child: part } = documentsOf({ ...schema, $schema: modern });
    expect(part(top, 'not')?.base).toBe('http://x/a/b/');
  });
});

describe('a reference', () => {
  const $schema = 'https://json-schema.org/draft/2020-12/schema';
  const address = { $id: 'http://y/address.json', $defs: { zip: { $anchor: 'zip' } } };

  it.for([
    ['address.json', '', 'its name'],
    ['address.json#', '', 'its name'],
    ['address.json#/$defs/zip', '/$defs/zip', 'a pointer into it'],
    ['http://y/address.json#zip', '/$defs/zip', 'an anchor in it'],
    ['http://y/address.json', '', 'its own $id'],
  ] as const)('is found as %s', ([reference, pointer]) => {
    const references = { 'address.json': address };
    expect(follow({ $schema }, reference, { references })).toEqual({
      pointer,
      document: 'address.json',
      base: 'http://y/address.json',
    });
  });

  it('has a name that is relative to the $id of the schema', () => {
    const schema = { $id: 'http://x/orders/order.json' };
    const found = { pointer: '', document: 'a.json', base: 'http://x/orders/a.json' };
    const relative = { references: { 'a.json': {} } };
    expect(follow(schema, 'a.json', relative)).toEqual(found);
    expect(follow(schema, 'http://x/orders/a.json', relative)).toEqual(found);
    const absolute = { references: { 'http://x/orders/a.json': {} } };
    expect(follow(schema, 'a.json', absolute)?.document).toBe('http://x/orders/a.json');
  });

  it('refers to itself and to others', () => {
    const references = {
      'b.json': { definitions: { c: {} } },
      'a.json': { properties: { own: { type: 'string' } } },
    };
    const { root, child, resolve } = documentsOf({}, references);
    const a = resolve('a.json', root);
    if (a === undefined) throw new Error('a.json is not there');
    expect(resolve('#/properties/own', a)).toMatchObject({
      document: 'a.json',
      pointer: '/properties/own',
    });
    expect(resolve('b.json#/definitions/c', a)).toMatchObject({ document: 'b.json' });
    expect(resolve('#', a)).toBe(a);
    expect(child(a, 'properties', 'own')).toMatchObject({ document: 'a.json' });
  });

  it('comes after what the schema itself has', () => {
    const schema = { $defs: { a: { $id: 'a.json' } } };
    expect(follow(schema, 'a.json', { references: { 'b.json': {} } })?.pointer).toBe('/$defs/a');
  });

  it('is read by its own draft among the old ones', () => {
    const draft04 = 'http://json-schema.org/draft-04/schema#';
    const references = { 'a.json': { $schema: draft04, id: 'http://x/a' } };
    const { root, resolve, draftAt } = documentsOf({}, references);
    const place = resolve('a.json', root);
    expect(place?.base).toBe('http://x/a');
    expect(place && draftAt(place)).toBe('draft-04');
  });

  it('is as good as missing where it is no schema', () => {
    const references = [
      { name: 'a.json', text: '{' },
      { name: 'b.json', text: '[]' },
      { name: 'c.json', text: 'syntax = "proto3";' },
    ];
    const schema = parseJsonSchema('{}', { references });
    const { root, resolve } = schemaDocuments(schema);
    for (const { name } of references) expect(resolve(name, root)).toBeUndefined();
  });
});

describe('identifiers that are too long', () => {
  it('are refused in words', () => {
    const { root, resolve } = documentsOf({ not: { $id: 'a'.repeat(5000) } });
    expect(() => resolve('#', root)).toThrow(/4000|characters/);
  });
});
