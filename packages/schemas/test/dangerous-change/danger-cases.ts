const record = (...fields: object[]) => ({
  type: 'record',
  name: 'R',
  namespace: 'n',
  fields,
});
const field = (name: string, type: unknown, more: object = {}) => ({ name, type, ...more });
export const value = (type: unknown, more: object = {}) => record(field('a', type, more));
export const logical = (type: string, logicalType: string, more: object = {}) => ({
  type,
  logicalType,
  ...more,
});
export const decimal = (precision: number, scale: number) =>
  logical('bytes', 'decimal', { precision, scale });
const kind = (symbols: string[], more: object = {}) =>
  value({ type: 'enum', name: 'E', symbols, ...more });
const fixed = { type: 'fixed', name: 'F', size: 4 };
export const long = 'long';
const string = 'string';
const all = 'BACKWARD FORWARD FULL';

/** Before, after, and what is found: rule, severity, levels. */
export const dangerCases: [
  name: string,
  before: unknown,
  after: unknown,
  ...found: [string, string, string][],
][] = [
  ['a scale', value(decimal(9, 2)), value(decimal(9, 4)), ['decimal-scale-changed', 'error', all]],
  [
    'a precision',
    value(decimal(9, 2)),
    value(decimal(5, 2)),
    ['decimal-precision-changed', 'warning', all],
  ],
  [
    'a scale of a decimal on fixed, within an array',
    value({ type: 'array', items: { ...fixed, logicalType: 'decimal', precision: 5, scale: 1 } }),
    value({ type: 'array', items: { ...fixed, logicalType: 'decimal', precision: 5, scale: 2 } }),
    ['decimal-scale-changed', 'error', all],
  ],
  [
    'a scale of 0 that is written now',
    value(logical('bytes', 'decimal', { precision: 4 })),
    value(decimal(4, 0)),
  ],
  [
    'a unit',
    value(logical(long, 'timestamp-millis')),
    value(['null', logical(long, 'timestamp-micros')], { default: null }),
    ['time-type-changed', 'error', all],
  ],
  [
    'a zone',
    value(logical(long, 'timestamp-millis')),
    value(logical(long, 'local-timestamp-millis')),
    ['time-type-changed', 'warning', all],
  ],
  [
    'a day that becomes an instant',
    value(logical('int', 'date')),
    value(logical(long, 'timestamp-millis')),
    ['time-type-changed', 'error', 'BACKWARD'],
  ],
  [
    'an added logical type',
    value(long),
    value(logical(long, 'timestamp-millis')),
    ['logical-type-added', 'warning', all],
  ],
  [
    'a dropped logical type',
    value(logical(string, 'uuid')),
    value(string),
    ['logical-type-dropped', 'warning', all],
  ],
  [
    'a replaced logical type',
    value({ ...fixed, size: 16, logicalType: 'uuid' }),
    value({ ...fixed, size: 16, logicalType: 'decimal', precision: 9 }),
    ['logical-type-replaced', 'error', all],
  ],
  ['a logical type that Avro ignores', value(string), value(logical(string, 'date'))],
  ['bytes that become text', value('bytes'), value(string), ['text-and-bytes', 'error', all]],
  ['text that becomes bytes', value(string), value('bytes'), ['text-and-bytes', 'warning', all]],
  [
    'a long that becomes a double',
    value(long),
    value('double'),
    ['number-loses-precision', 'warning', 'BACKWARD'],
  ],
  [
    'a float that becomes an int',
    value('float'),
    value('int'),
    ['number-loses-precision', 'warning', 'FORWARD'],
  ],
  [
    'an int that becomes a long or a double',
    record(field('a', 'int'), field('b', 'int')),
    record(field('a', long), field('b', 'double')),
  ],
  [
    'a symbol that old readers mask',
    kind(['A'], { default: 'A' }),
    kind(['A', 'B'], { default: 'A' }),
    ['new-symbol-masked', 'warning', all],
  ],
  ['a symbol that breaks old readers', kind(['A']), kind(['A', 'B'])],
  [
    'a symbol that new readers mask',
    kind(['A', 'B']),
    kind(['A'], { default: 'A' }),
    ['removed-symbol-masked', 'error', all],
  ],
  [
    'the default of an enum',
    kind(['A', 'B'], { default: 'A' }),
    kind(['A', 'B'], { default: 'B' }),
    ['enum-default-changed', 'warning', all],
  ],
  [
    'the loss of it',
    kind(['A'], { default: 'A' }),
    kind(['A']),
    ['enum-default-dropped', 'warning', all],
  ],
  [
    'a rename by another style',
    record(field('user_id', string, { default: '' }), field('z', 'int')),
    record(field('z', 'int'), field('userId', string, { default: '' })),
    ['rename-without-alias', 'error', all],
  ],
  [
    'a rename by a word more',
    record(field('result', string)),
    record(field('attemptResult', string, { default: '' })),
    ['rename-without-alias', 'error', 'BACKWARD'],
  ],
  [
    'a rename in the same place',
    record(field('x', 'int'), field('colour', string, { default: '' }), field('z', 'int')),
    record(field('x', 'int'), field('paint', string), field('z', 'int')),
    ['rename-without-alias', 'warning', 'FORWARD'],
  ],
  [
    'a rename with an alias',
    record(field('user_id', string)),
    record(field('userId', string, { aliases: ['user_id'], default: '' })),
  ],
  [
    'two fields that have nothing in common',
    record(field('colour', 'int'), field('z', 'int')),
    record(field('z', 'int'), field('paint', string, { default: '' })),
  ],
  [
    'a default',
    value('int', { default: 1 }),
    value('int', { default: 2 }),
    ['default-changed', 'warning', all],
  ],
  [
    'the loss of a default',
    value('int', { default: 1 }),
    value('int'),
    ['default-dropped', 'warning', all],
  ],
  [
    'null without a default',
    value('int'),
    value(['null', 'int']),
    ['nullable-without-default', 'info', 'BACKWARD'],
  ],
  ['null with a default', value('int'), value(['null', 'int'], { default: null })],
  [
    'null within an array',
    value({ type: 'array', items: 'int' }),
    value({ type: 'array', items: ['null', 'int'] }),
  ],
  [
    'a new optional field',
    record(),
    value(['null', 'int']),
    ['nullable-without-default', 'warning', 'FORWARD'],
  ],
  [
    'the order of a union',
    value(['null', 'int'], { default: null }),
    value(['int', 'null'], { default: null }),
    ['branches-moved-with-default', 'warning', all],
  ],
  ['the order of a union without a default', value(['null', 'int']), value(['int', 'null'])],
  [
    'a namespace of several types',
    value(fixed),
    { ...value(fixed), namespace: 'm' },
    ['namespace-changed', 'error', all],
  ],
  [
    'a namespace of a record',
    value('int'),
    { ...value('int'), namespace: 'm' },
    ['namespace-changed', 'warning', all],
  ],
  ['an alias', value('int', { aliases: ['old'] }), value('int'), ['alias-dropped', 'warning', all]],
  [
    'an alias of a type',
    { ...value('int'), aliases: ['Old'] },
    value('int'),
    ['alias-dropped', 'warning', all],
  ],
];
