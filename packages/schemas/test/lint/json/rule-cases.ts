const draft7 = 'http://json-schema.org/draft-07/schema#';
const newest = 'https://json-schema.org/draft/2020-12/schema';

/** A schema that no rule complains of, to be spoilt one thing at a time. */
export const schema = (properties: object, more: object = {}) => ({
  $schema: newest,
  $id: 'https://example.com/order.json',
  title: 'Order',
  description: 'An order.',
  type: 'object',
  properties,
  additionalProperties: false,
  ...more,
});
const described = (value: object, more: object = {}) => ({
  description: 'What it is for.',
  ...value,
  ...more,
});
const text = { type: 'string' };
const object = (properties: object, more: object = {}) => ({
  type: 'object',
  properties,
  additionalProperties: false,
  ...more,
});
export const one = (value: object, more: object = {}) => schema({ some: described(value) }, more);
const named = (name: string, value: object = text) => schema({ [name]: described(value) });
const three = object({ x: described(text), y: described(text), z: described(text) });

/** For each rule a schema that it complains of, where, and what to write; and one that is fine. */
export const ruleCases: Record<
  string,
  { bad: unknown; path: string; write: string; good: unknown }
> = {
  'reference-unresolved': {
    bad: one({ $ref: '#/$defs/Missing' }),
    path: 'some',
    write: 'Define it, or correct the pointer.',
    good: one({ $ref: '#/$defs/Here' }, { $defs: { Here: described(text) } }),
  },
  'reference-in-circle': {
    bad: one({ $ref: '#/$defs/A' }, { $defs: { A: { $ref: '#/$defs/A' } } }),
    path: 'some',
    write: 'Let one of the definitions say what the value is.',
    good: one(object({ again: { $ref: '#' } })),
  },
  'reference-siblings-ignored': {
    bad: one({ $ref: '#/$defs/A', minLength: 2 }, { $schema: draft7, $defs: { A: text } }),
    path: 'some',
    write: '"allOf": [{"$ref": "#/$defs/A"}], with the others beside it.',
    good: one({ $ref: '#/$defs/A', minLength: 2 }, { $defs: { A: text } }),
  },
  'definition-unused': {
    bad: one(text, { $defs: { A: described(text) } }),
    path: '',
    write: 'Remove what nobody else refers to either.',
    good: { $defs: { A: described(text) } },
  },
  'range-empty': {
    bad: one({ type: 'integer', minimum: 3, maximum: 2 }),
    path: 'some',
    write: '"minimum": 2, "maximum": 3',
    good: one({ type: 'integer', minimum: 3, maximum: 3 }),
  },
  'default-unfit': {
    bad: one({ type: 'string', maxLength: 2, default: 'abc' }),
    path: 'some',
    write: 'Write a default that fits, or remove it.',
    good: one({ type: ['string', 'null'], default: null }),
  },
  'example-unfit': {
    bad: one({ type: 'integer', examples: [1, 'x'] }),
    path: 'some',
    write: 'Write an example that fits.',
    good: one({ type: 'integer', examples: [1] }),
  },
  'enum-value-twice': {
    bad: one({ enum: ['a', 'b', 'a'] }),
    path: 'some',
    write: 'Remove one "a".',
    good: one({ enum: ['a', 'A'] }),
  },
  'enum-of-mixed-kinds': {
    bad: one({ enum: ['a', 1] }),
    path: 'some',
    write: 'Write all values as texts.',
    good: one({ enum: ['a', 'b', null] }),
  },
  'enum-value-unfit': {
    bad: one({ type: 'string', enum: ['a', null] }),
    path: 'some',
    write: '"type": ["string", "null"]',
    good: one({ type: ['string', 'null'], enum: ['a', null] }),
  },
  'keyword-without-effect': {
    bad: one({ type: 'integer', minLength: 2 }),
    path: 'some',
    write: 'Remove "minLength", or write "type": "string".',
    good: one({ type: ['integer', 'string'], minLength: 2 }),
  },
  'keyword-misspelt': {
    bad: one({ type: 'string', maxlength: 2 }),
    path: 'some',
    write: 'Write maxLength instead of maxlength.',
    good: one({ type: 'string', 'x-maxlength': 2, 'connect.index': 1 }),
  },
  'keyword-of-other-draft': {
    bad: one({ type: 'array', items: text, contains: text, minContains: 2 }, { $schema: draft7 }),
    path: 'some',
    write: `"$schema": "https://json-schema.org/draft/2019-09/schema"`,
    good: one({ type: 'array', items: text, contains: text, minContains: 2 }),
  },
  'openapi-keyword': {
    bad: one({ type: 'string', nullable: true }),
    path: 'some',
    write: 'Write "type": ["string", "null"].',
    good: one({ type: ['string', 'null'] }),
  },
  'required-in-property': {
    bad: one({ type: 'string', required: true }),
    path: 'some',
    write: 'In the object around it: "required": ["some"]',
    good: one(text, { required: ['some'] }),
  },
  'pattern-invalid': {
    bad: one({ type: 'string', pattern: '^(a' }),
    path: 'some',
    write: 'Write it in what both have: classes, groups, repetitions and anchors.',
    good: one({ type: 'string', pattern: '^(a)$' }),
  },
  'pattern-slow': {
    bad: one({ type: 'string', pattern: '^([a-z]+-?)*$' }),
    path: 'some',
    write: 'Repeat once: (a+)+ is a+.',
    good: one({ type: 'string', pattern: '^([a-z]+-)*[a-z]+$' }),
  },
  'pattern-not-anchored': {
    bad: one({ type: 'string', pattern: 'a|b' }),
    path: 'some',
    write: '"pattern": "^(?:a|b)$"',
    good: one({ type: 'string', pattern: 'b$' }),
  },
  'one-of-overlap': {
    bad: one({ oneOf: [{ type: 'number' }, { type: 'integer' }] }),
    path: 'some',
    write: 'Write anyOf instead of oneOf.',
    good: one({ oneOf: [{ type: 'number', minimum: 3 }, { type: 'integer', maximum: 2 }, text] }),
  },
  'one-of-indistinct': {
    bad: one({ oneOf: [object({ x: described(text) }), object({ y: described(text) })] }),
    path: 'some',
    write: 'In each branch: "required": ["kind"], "properties": {"kind": {"const": "…"}}',
    good: one({
      oneOf: [
        object({ kind: described({ const: 'x' }) }),
        object({ kind: described({ enum: ['y', 'z'] }) }),
      ],
    }),
  },
  'closed-part': {
    bad: one({ allOf: [object({ x: described(text) }), { properties: { y: described(text) } }] }),
    path: 'some',
    write:
      '"unevaluatedProperties": false beside "allOf" (since 2019-09), instead of "additionalProperties": false in the part.',
    good: one({
      allOf: [{ properties: { x: described(text) } }, { properties: { y: described(text) } }],
      unevaluatedProperties: false,
    }),
  },
  'type-missing': {
    bad: one({ minLength: 2 }),
    path: 'some',
    write: '"type": "string"',
    good: one({ anyOf: [{ type: 'string' }, { type: 'integer' }], not: { minLength: 9 } }),
  },
  'value-undescribed': {
    bad: one({}),
    path: 'some',
    write: '"type": "string", or true instead of {…} where anything is meant.',
    good: schema({ some: true }),
  },
  'array-items-missing': {
    bad: one({ type: 'array' }),
    path: 'some',
    write: '"items": {"type": "string"}',
    good: one({ type: 'array', items: text }),
  },
  'required-unknown-property': {
    bad: one(text, { required: ['some', 'other'] }),
    path: '',
    write: '"properties": {"other": {…}}',
    good: one(text, { required: ['some'], anyOf: [{ required: ['some'] }] }),
  },
  'object-repeated': {
    bad: schema({ from: described(three), to: described(three) }),
    path: 'to',
    write: '{"$ref": "#/$defs/to"}, defined once',
    good: schema(
      { from: { $ref: '#/$defs/Point' }, to: { $ref: '#/$defs/Point' } },
      { $defs: { Point: described(three) } },
    ),
  },
  'many-properties': {
    bad: schema(
      Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`p${index}`, described(text)])),
    ),
    path: '',
    write: 'Group properties that belong together into objects of their own.',
    good: one(text),
  },
  'deep-objects': {
    bad: Array.from({ length: 9 }).reduce<object>((inner) => one(inner), text),
    path: Array.from({ length: 9 }, () => 'some').join('.'),
    write: 'Flatten the inner objects, or refer to what they describe by its id.',
    good: one(text),
  },
  'recursive-object': {
    bad: one({ type: 'array', items: { $ref: '#' } }),
    path: 'some',
    write: 'Write a list of nodes that refer to each other by id.',
    good: one(text),
  },
  'draft-missing': {
    bad: one(text, { $schema: undefined }),
    path: '',
    write: `"$schema": "${draft7}", which is what a registry reads now; or "${newest}", if nothing in it changes its meaning.`,
    good: one(text),
  },
  'draft-unknown': {
    bad: one(text, { $schema: 'https://example.com/schema' }),
    path: '',
    write: `"$schema": "${newest}"`,
    good: one(text, { $schema: 'http://json-schema.org/draft-04/schema' }),
  },
  'id-missing': {
    bad: one(text, { $id: undefined }),
    path: '',
    write: '"$id": "https://example.com/schemas/order.json"',
    good: one(text),
  },
  'id-relative': {
    bad: one(text, { $id: '/order.json' }),
    path: '',
    write: '"$id": "https://example.com/order.json"',
    good: one(text, { $id: 'urn:order' }),
  },
  'content-model-unstated': {
    bad: one({ type: 'object', properties: { x: described(text) } }),
    path: 'some',
    write: '"additionalProperties": false',
    good: one({ type: 'object', additionalProperties: text }),
  },
  'root-is-no-object': {
    bad: { type: 'array', items: text },
    path: '',
    write: '{"type": "object", "properties": {"value": …}, "additionalProperties": false}',
    good: { oneOf: [object({}), { type: 'null' }] },
  },
  'default-of-required': {
    bad: one({ ...text, default: '' }, { required: ['some'] }),
    path: 'some',
    write: `Take 'some' out of "required", or remove the default.`,
    good: one({ ...text, default: '' }),
  },
  'several-kinds': {
    bad: one({ type: ['string', 'integer', 'null'] }),
    path: 'some',
    write: 'Write one property for each kind, each optional.',
    good: one({ type: ['number', 'null'] }),
  },
  'format-unknown': {
    bad: one({ type: 'string', format: 'datetime' }),
    path: 'some',
    write: '"format": "date-time"',
    good: one({ type: 'integer', format: 'int64' }),
  },
  'moment-without-format': {
    bad: named('createdAt', { type: ['null', 'string'] }),
    path: 'createdAt',
    write: '"type": "string", "format": "date-time"',
    good: schema({
      createdAt: described({ type: 'string', format: 'date-time' }),
      lookingAt: described(text),
      updatedAt: described({ type: 'string', pattern: '^[0-9]+$' }),
    }),
  },
  'day-without-format': {
    bad: named('birthDate'),
    path: 'birthDate',
    write: '"type": "string", "format": "date"',
    good: named('update'),
  },
  'uuid-without-format': {
    bad: named('orderUuid'),
    path: 'orderUuid',
    write: '"type": "string", "format": "uuid"',
    good: named('orderId'),
  },
  'address-without-format': {
    bad: named('homeUrl'),
    path: 'homeUrl',
    write: '"type": "string", "format": "uri"',
    good: named('urls', { type: 'array', items: text }),
  },
  'money-as-number': {
    bad: named('unitPrice', { type: 'number' }),
    path: 'unitPrice',
    write:
      'In a new property: {"type": "string", "pattern": "^-?[0-9]+\\\\.[0-9]{2}$"}, or {"type": "integer", "description": "In cents."}',
    good: schema({
      unitPrice: described({ type: 'number', multipleOf: 0.01 }),
      taxRate: described({ type: 'number' }),
      amount: described({ type: 'integer' }),
    }),
  },
  'integer-beyond-double': {
    bad: one({ type: 'integer', maximum: 2 ** 60 }),
    path: 'some',
    write: 'In a new property: {"type": "string", "pattern": "^-?[0-9]+$"}',
    good: one({ type: 'integer', maximum: 2 ** 53 - 1 }),
  },
  'question-not-boolean': {
    bad: named('isActive'),
    path: 'isActive',
    write: 'In a new property: "type": "boolean", or an enum where there are more answers.',
    good: named('isActive', { type: 'boolean' }),
  },
  'choice-as-text': {
    bad: named('orderStatus'),
    path: 'orderStatus',
    write: '"enum": ["UNKNOWN", …]',
    good: named('orderStatus', { enum: ['UNKNOWN', 'NEW'] }),
  },
  'property-name-characters': {
    bad: named('first name'),
    path: 'first name',
    write: '"first_name": {…}',
    good: schema({ $ref: described(text), 'x-a.b': described(text), größe: described(text) }),
  },
  'mixed-property-styles': {
    bad: schema({
      userId: described(text),
      lineCount: described(text),
      user_name: described(text),
    }),
    path: '',
    write:
      "Call new properties like 'userName'; those in use cannot be renamed, as JSON Schema has no aliases.",
    good: schema({ userId: described(text), name: described(text) }),
  },
  'properties-differ-in-case': {
    bad: schema({ id: described(text), ID: described(text) }),
    path: '',
    write: 'Give them names that say what makes them different.',
    good: schema({ id: described(text), ids: described(text) }),
  },
  'definition-name-characters': {
    bad: one({ $ref: '#/$defs/a~1b' }, { $defs: { 'a/b': described(text) } }),
    path: 'some',
    write: '"a-b": {…}',
    good: one({ $ref: '#/$defs/a.b' }, { $defs: { 'a.b': described(text) } }),
  },
  'title-missing': {
    bad: one(text, { title: ' ' }),
    path: '',
    write: '"title": "Order"',
    good: one(text),
  },
  'description-missing': {
    bad: one(text, { description: undefined }),
    path: '',
    write: '"description": "<what one message stands for, and when it is written>"',
    good: one(text),
  },
  'property-description-missing': {
    bad: schema({ a: text, b: text, c: described(text) }),
    path: '',
    write: `"description": "<what 'a' means, its unit and its allowed values>"`,
    good: schema(
      { a: { ...text, title: 'A letter' }, b: { $ref: '#/$defs/B' } },
      { $defs: { B: described(text) } },
    ),
  },
  'definition-description-missing': {
    bad: one({ $ref: '#/$defs/A' }, { $defs: { A: text } }),
    path: 'some',
    write: '"description": "<what one A stands for>"',
    good: one({ $ref: '#/$defs/A' }, { $defs: { A: described(text) } }),
  },
  'description-repeats-name': {
    bad: schema({ userName: { ...text, description: 'The user name.' } }),
    path: 'userName',
    write: `"description": "<what 'userName' means, its unit and its allowed values>"`,
    good: schema({ userName: { ...text, description: 'The user name in lower case.' } }),
  },
};
