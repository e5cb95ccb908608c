import { describe, expect, it } from 'vitest';
import { parseSchema } from '../../../src/index.ts';
import { schemaDocuments } from '../../../src/json/documents.ts';
import { parseJsonSchema } from '../../../src/json/parse.ts';

const wholes = [
  'http://json-schema.org/draft-04/schema',
  'http://json-schema.org/draft-06/schema',
  'http://json-schema.org/draft-07/schema',
  'https://json-schema.org/draft/2019-09/schema',
  'https://json-schema.org/draft/2020-12/schema',
];
const parts = [
  ...['core', 'applicator', 'validation', 'meta-data', 'format', 'content'].map(
    (part) => `https://json-schema.org/draft/2019-09/meta/${part}`,
  ),
  ...['core', 'applicator', 'unevaluated', 'validation', 'meta-data', 'content'].map(
    (part) => `https://json-schema.org/draft/2020-12/meta/${part}`,
  ),
  'https://json-schema.org/draft/2020-12/meta/format-annotation',
  'https://json-schema.org/draft/2020-12/meta/format-assertion',
];

describe('a meta-schema', () => {
  it.for([...wholes, ...parts])('can be referred to without being sent: %s', (url) => {
    const schema = parseJsonSchema(JSON.stringify({ $ref: url }));
    const { root, resolve } = schemaDocuments(schema);
    const place = resolve(url, root);
    expect(place).toMatchObject({ document: url, pointer: '' });
    expect(place && resolve('#', place)).toBe(place);
  });

  it.for([
    'http://json-schema.org/draft-04/schema#/definitions/positiveInteger',
    'http://json-schema.org/draft-07/schema#/definitions/nonNegativeInteger',
    'http://json-schema.org/draft-07/schema#/properties/title',
    'https://json-schema.org/draft-06/schema#',
    'https://json-schema.org/draft/2020-12/schema#meta',
    'https://json-schema.org/draft/2020-12/meta/validation#/$defs/stringArray',
  ])('has the parts that others refer to: %s', ($ref) => {
    const { root, resolve } = schemaDocuments(parseJsonSchema(JSON.stringify({ $ref })));
    expect(resolve($ref, root)?.document).toBe($ref.replace(/#.*/, ''));
  });

  it.for([
    'http://json-schema.org/draft-03/schema',
    'http://json-schema.org/draft-05/schema',
    'https://json-schema.org/draft/2019-09/meta/unevaluated',
    'https://json-schema.org/draft/2020-12/meta/toString',
    'http://json-schema.org/draft-07/schema#/definitions/none',
  ])('is none: %s', ($ref) => {
    expect(() => parseSchema('JSON', JSON.stringify({ $ref }))).toThrow('leads nowhere');
  });

  it('gives way to a reference of its name', () => {
    const [name = ''] = wholes;
    const references = [{ name, text: '{"title":"mine"}' }];
    const schema = parseJsonSchema(JSON.stringify({ $ref: name }), { references });
    const { root, resolve } = schemaDocuments(schema);
    expect(resolve(name, root)?.value).toEqual(new Map([['title', 'mine']]));
  });
});
