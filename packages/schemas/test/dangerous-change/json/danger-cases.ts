const all = 'BACKWARD FORWARD FULL';
const string = { type: 'string' };
const integer = { type: 'integer' };
const draft7 = { $schema: 'http://json-schema.org/draft-07/schema#' };
const newest = { $schema: 'https://json-schema.org/draft/2020-12/schema' };
const open = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more });
const closed = (properties: object, more: object = {}) =>
  open(properties, { additionalProperties: false, ...more });
const value = (schema: unknown) => closed({ a: schema });

/** Before, after, and what is found: rule, severity, levels. */
export const dangerCases: [
  name: string,
  before: unknown,
  after: unknown,
  ...found: [string, string, string][],
][] = [
  [
    'integers that become numbers',
    value(integer),
    value({ type: 'number' }),
    ['integer-became-number', 'warning', 'BACKWARD'],
  ],
  [
    'numbers that become integers',
    value({ type: ['number', 'null'] }),
    value({ type: ['integer', 'null'] }),
    ['integer-became-number', 'warning', 'FORWARD'],
  ],
  ['another type', value(string), value(integer)],
  [
    'one more type',
    value(string),
    value({ type: ['string', 'integer'] }),
    ['type-widened', 'warning', 'BACKWARD'],
  ],
  [
    'one more branch',
    value({ anyOf: [string, integer] }),
    value({ anyOf: [string, integer, { type: 'boolean' }] }),
    ['type-widened', 'warning', 'BACKWARD'],
  ],
  [
    'null',
    value(string),
    value({ type: ['string', 'null'] }),
    ['null-allowed', 'info', 'BACKWARD'],
  ],
  [
    'null as a branch',
    value(string),
    value({ oneOf: [string, { type: 'null' }] }),
    ['null-allowed', 'info', 'BACKWARD'],
  ],
  [
    'new values of an enum',
    value({ enum: ['a'] }),
    value({ enum: ['a', 'b', 'c'] }),
    ['enum-value-added', 'info', 'BACKWARD'],
  ],
  [
    'a value that an enum lost',
    value({ enum: ['a', 'b'] }),
    value({ enum: ['a'] }),
    ['enum-value-removed', 'warning', 'FORWARD'],
  ],
  [
    'an added format',
    value(string),
    value({ ...string, format: 'uuid' }),
    ['format-not-compared', 'warning', all],
  ],
  [
    'another format',
    value({ ...string, format: 'date' }),
    value({ ...string, format: 'time' }),
    ['format-not-compared', 'warning', all],
  ],
  [
    'a lost format',
    value({ ...string, format: 'date' }),
    value(string),
    ['format-not-compared', 'info', all],
  ],
  [
    'another encoding',
    value({ ...string, contentEncoding: 'base64' }),
    value({ ...string, contentEncoding: 'base32' }),
    ['encoding-changed', 'error', all],
  ],
  [
    'a raised limit',
    value({ ...string, maxLength: 5 }),
    value({ ...string, maxLength: 9 }),
    ['limit-raised', 'info', 'BACKWARD'],
  ],
  ['a lowered limit', value({ ...string, maxLength: 9 }), value({ ...string, maxLength: 5 })],
  ['another pattern', value({ ...string, pattern: 'a' }), value({ ...string, pattern: 'b' })],
  ['a rename by another style', open({ user_id: string }), open({ userId: string })],
  [
    'a rename in a map that takes texts',
    open({ user_id: string }, { additionalProperties: string }),
    open({ userId: string }, { additionalProperties: string }),
    ['property-renamed', 'error', all],
  ],
  [
    'a property that went from an open object',
    open({ a: string, b: integer }),
    open({ b: integer }),
    ['property-removed', 'info', 'BACKWARD'],
  ],
  [
    'a property that went from a closed object',
    closed({ a: string, b: integer }),
    closed({ b: integer }),
    ['property-removed', 'warning', 'FORWARD'],
  ],
  [
    'properties that came to an open object',
    open({ a: string }),
    open({ a: string, b: string, c: integer }),
    ['property-added-to-open-object', 'warning', 'FORWARD'],
  ],
  [
    'a property that came to a closed object',
    closed({ a: string }),
    closed({ a: string, b: string }),
  ],
  [
    'a required property with a default',
    closed({}),
    closed({ a: { ...string, default: '' } }, { required: ['a'] }),
    ['required-property-added', 'error', 'BACKWARD'],
  ],
  [
    'a required property',
    open({}),
    open({ a: string }, { required: ['a'] }),
    ['required-property-added', 'warning', 'FORWARD'],
  ],
  [
    'what is required no more',
    closed({ a: string }, { required: ['a'] }),
    closed({ a: string }),
    ['required-dropped', 'warning', 'BACKWARD'],
  ],
  [
    'an opened object',
    closed({ a: string }),
    open({ a: string }),
    ['content-model-opened', 'warning', 'BACKWARD'],
  ],
  [
    'a closed object',
    open({ a: string }),
    closed({ a: string }),
    ['content-model-closed', 'warning', 'FORWARD'],
  ],
  [
    'a property with a default that is required now',
    closed({ a: { ...string, default: '' } }),
    closed({ a: { ...string, default: '' } }, { required: ['a'] }),
    ['restriction-not-compared', 'error', all],
  ],
  [
    'what properties of a pattern may be',
    open({}, { patternProperties: { '^x': integer } }),
    open({}, { patternProperties: { '^x': string } }),
    ['restriction-not-compared', 'error', all],
  ],
  [
    'what names may be',
    open({ a: string }, { propertyNames: { maxLength: 9 } }),
    open({ a: string }, { propertyNames: { maxLength: 19 } }),
    ['restriction-not-compared', 'warning', all],
  ],
  [
    'a definition that nothing uses',
    { ...value(string), definitions: { A: { contains: string } } },
    { ...value(string), definitions: { A: { contains: integer } } },
  ],
  [
    'what an old $ref hides',
    value({ $ref: '#', minLength: 1 }),
    value({ $ref: '#', minLength: 2 }),
  ],
  [
    'a default',
    value({ ...string, default: 'a' }),
    value({ ...string, default: 'b' }),
    ['property-default-changed', 'warning', all],
  ],
  [
    'a default that does not fit',
    value({ ...string, default: 'a' }),
    value({ type: 'string', default: 1 }),
    ['property-default-changed', 'warning', all],
    ['default-does-not-fit', 'error', all],
  ],
  [
    'a reference that leads elsewhere',
    {
      properties: { a: { $ref: '#/definitions/P' } },
      definitions: { P: open({ x: string }), Q: open({ y: string }) },
    },
    {
      properties: { a: { $ref: '#/definitions/Q' } },
      definitions: { P: open({ x: string }), Q: open({ y: string }) },
    },
  ],
  [
    'a reference that leads to its like',
    {
      properties: { a: { $ref: '#/definitions/P' } },
      definitions: { P: { ...string, title: 'p' }, Q: string },
    },
    {
      properties: { a: { $ref: '#/definitions/Q' } },
      definitions: { P: { ...string, title: 'p' }, Q: string },
    },
    ['reference-led-elsewhere', 'warning', all],
  ],
  [
    'a draft in which $ref has siblings',
    {
      ...draft7,
      properties: { a: { $ref: '#/definitions/A', minLength: 3 } },
      definitions: { A: string },
    },
    {
      ...newest,
      properties: { a: { $ref: '#/definitions/A', minLength: 3 } },
      definitions: { A: string },
    },
    ['draft-changed-meaning', 'error', 'FORWARD'],
  ],
  [
    'a draft in which nothing differs',
    { ...draft7, ...value(string) },
    { ...newest, ...value(string) },
  ],
  [
    'a title',
    { ...value(string), title: 'A' },
    { ...value(string), title: 'B' },
    ['title-changed', 'warning', all],
  ],
  [
    'the title of an inner object',
    value(open({}, { title: 'A' })),
    value(open({}, { title: 'B' })),
    ['title-changed', 'info', all],
  ],
  [
    'a tag',
    value({ ...string, 'confluent:tags': ['PII', 'X'] }),
    value({ ...string, 'confluent:tags': ['X'] }),
    ['tag-removed', 'warning', all],
  ],
  [
    'a tag more',
    value({ ...string, 'confluent:tags': ['X'] }),
    value({ ...string, 'confluent:tags': ['PII', 'X'] }),
  ],
  [
    'what Connect reads',
    value({ ...integer, 'connect.type': 'int8' }),
    value({ ...integer, 'connect.type': 'int16' }),
    ['connect-type-changed', 'error', all],
  ],
];
