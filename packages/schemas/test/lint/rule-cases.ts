import { field, fixed, kind, logical, named, one, record, three } from './well-made-parts.ts';

/** For each rule a schema that it complains of, where, and what to write; and one that is fine. */
export const ruleCases: Record<
  string,
  { bad: unknown; path: string; write: string; good: unknown }
> = {
  'illegal-name': { bad: named('a-b'), path: 'a-b', write: '"name": "a_b"', good: named('ab') },
  'type-name-style': {
    bad: { ...record(), name: 'user_order' },
    path: '',
    write: '"name": "UserOrder", "aliases": ["user_order"]',
    good: record(),
  },
  'field-name-style': {
    bad: named('UserID'),
    path: 'UserID',
    write: '"name": "userId", "aliases": ["UserID"]',
    good: record(field('userId', 'string'), field('x', 'int')),
  },
  'mixed-field-styles': {
    bad: record(field('userId', 'string'), field('lineCount', 'int'), field('user_name', 'string')),
    path: '',
    write: "Call them 'userName', with the old name as an alias.",
    good: record(field('userId', 'string'), field('name', 'string')),
  },
  'symbol-style': {
    bad: kind(['newOrder', 'OLD']),
    path: 'some',
    write:
      "For new symbols, write 'NEW_ORDER'. Those in use cannot be renamed: an enum has no aliases for symbols.",
    good: kind(['NEW_ORDER']),
  },
  'namespace-missing': {
    bad: { ...record(), namespace: '' },
    path: '',
    write: '"name": "Order", "namespace": "com.example"',
    good: record(),
  },
  'namespace-style': {
    bad: { ...record(), namespace: 'com.Shop' },
    path: '',
    write: '"namespace": "com.shop" for a new schema; an existing one keeps its own.',
    good: record(),
  },
  'reserved-java-word': {
    bad: named('class'),
    path: 'class',
    write: '"name": "classValue", "aliases": ["class"], or a name that says more.',
    good: named('classes'),
  },
  'reserved-sql-word': {
    bad: named('Order'),
    path: 'Order',
    write: '"name": "OrderValue", "aliases": ["Order"], or a name that says more.',
    good: named('orders'),
  },
  'reserved-idl-word': {
    bad: { ...record(), name: 'date' },
    path: '',
    write: '"name": "DateValue", "aliases": ["date"]',
    good: record(),
  },
  'type-doc-missing': {
    bad: { ...record(), doc: ' ' },
    path: '',
    write: '"doc": "<what one Order stands for, and when it is written>"',
    good: record(),
  },
  'field-doc-missing': {
    bad: record({ name: 'a', type: 'int' }),
    path: 'a',
    write: `"doc": "<what 'a' means, its unit and its allowed values>"`,
    good: one('int'),
  },
  'doc-repeats-name': {
    bad: record(field('userName', 'string', { doc: 'The user name.' })),
    path: 'userName',
    write: `"doc": "<what 'userName' means, its unit and its allowed values>"`,
    good: record(field('userName', 'string', { doc: 'The user name in lower case.' })),
  },
  'doc-without-period': {
    bad: one('int', { doc: 'How many' }),
    path: 'some',
    write: "End it with 'How many.'",
    good: one('int', { doc: 'How many?' }),
  },
  'optional-without-default': {
    bad: one(['string', 'null']),
    path: 'some',
    write: '{"name":"some","type":["null","string"],"default":null}',
    good: one(['null', 'string'], { default: null }),
  },
  'default-not-of-first-branch': {
    bad: one(['string', 'null'], { default: null }),
    path: 'some',
    write: '{"name":"some","type":["null","string"],"default":null}',
    good: one(['string', 'null'], { default: '' }),
  },
  'default-missing': {
    bad: one('string'),
    path: 'some',
    write: '{"name":"some","type":["null","string"],"default":null}',
    good: one('string', { default: '' }),
  },
  'enum-without-default': {
    bad: kind(['NEW', 'OTHER']),
    path: 'some',
    write: '"default": "OTHER"',
    good: kind(['NEW'], { default: 'NEW' }),
  },
  'unknown-not-default': {
    bad: kind(['NEW', 'UNKNOWN'], { default: 'NEW' }),
    path: 'some',
    write: '"default": "UNKNOWN"',
    good: kind(['NEW', 'UNKNOWN'], { default: 'UNKNOWN' }),
  },
  'root-is-no-record': {
    bad: { type: 'array', items: 'int' },
    path: '',
    write: '{"type": "record", "name": "Event", "fields": [{"name": "value", "type": …}]}',
    good: record(),
  },
  'logical-type-on-field': {
    bad: one(['null', 'bytes'], { default: null, logicalType: 'decimal', precision: 9, scale: 2 }),
    path: 'some',
    write: '"type": {"type":"bytes","logicalType":"decimal","precision":9,"scale":2}',
    good: logical('bytes', 'decimal', { precision: 9 }),
  },
  'decimal-incomplete': {
    bad: logical('bytes', 'decimal', { precision: 2, scale: 4 }),
    path: 'some',
    write: '"logicalType": "decimal", "precision": 4, "scale": 4',
    good: logical('bytes', 'decimal', { precision: 9, scale: 4 }),
  },
  'logical-type-unfit': {
    bad: logical('string', 'timestamp-millis'),
    path: 'some',
    write: '{"type": "long", "logicalType": "timestamp-millis"}',
    good: logical('string', 'uuid', { 'avro.java.string': 'String' }),
  },
  'logical-type-unknown': {
    bad: logical('long', 'timestamp_milis'),
    path: 'some',
    write: '"logicalType": "timestamp-millis"',
    good: logical('long', 'timestamp-millis'),
  },
  'logical-type-not-a-name': {
    bad: one({ type: 'long', logicalType: { name: 'date' } }),
    path: 'some',
    write: '"logicalType": "timestamp-millis"',
    good: one('long'),
  },
  'timestamp-without-logical-type': {
    bad: named('created_at', ['null', 'string']),
    path: 'created_at',
    write: 'In a new field: "type": {"type": "long", "logicalType": "timestamp-millis"}.',
    good: record(
      field('createdAt', { type: 'long', logicalType: 'timestamp-millis' }),
      field('responseTime', 'long'),
      field('time', 'double', { doc: 'Seconds since 1970 (UTC).' }),
      field('format', 'string'),
      field('lookingAt', 'string'),
    ),
  },
  'date-without-logical-type': {
    bad: named('birthDate', 'int'),
    path: 'birthDate',
    write:
      'In a new field: "type": {"type": "int", "logicalType": "date"}; the same field can have it, if its values are days since 1970.',
    good: record(
      field('birthDate', { type: 'int', logicalType: 'date' }),
      field('update', 'string'),
    ),
  },
  'uuid-without-logical-type': {
    bad: named('orderUuid'),
    path: 'orderUuid',
    write: '"type": {"type": "string", "logicalType": "uuid"}',
    good: named('orderId'),
  },
  'money-not-decimal': {
    bad: named('unit_price', 'double'),
    path: 'unit_price',
    write:
      'In a new field: "type": {"type": "bytes", "logicalType": "decimal", "precision": 12, "scale": 2}',
    good: record(
      field('taxRate', 'double'),
      field('priceList', 'string'),
      field('weight', 'double'),
    ),
  },
  'flag-not-boolean': {
    bad: named('isActive'),
    path: 'isActive',
    write: 'In a new field: "type": "boolean", or an enum where there are more answers.',
    good: record(field('isActive', 'boolean'), field('island', 'string')),
  },
  'string-not-enum': {
    bad: named('orderStatus'),
    path: 'orderStatus',
    write:
      'In a new field: "type": {"type": "enum", "name": "OrderStatus", "symbols": ["UNKNOWN", …], "default": "UNKNOWN"}',
    good: named('statusText'),
  },
  'union-of-several-types': {
    bad: one({ type: 'array', items: ['int', 'string'] }),
    path: 'some[]',
    write: 'Write a record with one optional field for each type, or one topic for each type.',
    good: one(['null', 'string']),
  },
  'large-union': {
    bad: one(Array.from({ length: 13 }, (_, index) => fixed(`F${index}`))),
    path: 'some',
    write: 'Put each type into a subject of its own and refer to them, or split the topic.',
    good: one([fixed('F'), fixed('G')]),
  },
  'repeated-type': {
    bad: record(field('from', three('From')), field('to', three('To'))),
    path: 'to',
    write: '"type": "com.shop.From"',
    good: record(field('from', three('Point')), field('to', 'Point')),
  },
  'names-differ-in-case': {
    bad: record(field('id', 'int'), field('ID', 'int')),
    path: '',
    write: 'Give them names that say what makes them different.',
    good: record(field('id', 'int'), field('ids', 'int')),
  },
  'connect-leftovers': {
    bad: { ...record(), name: 'ConnectDefault', namespace: 'io.confluent.connect.avro' },
    path: '',
    write: 'Name it with the transformation SetSchemaMetadata: "schema.name": "com.example.Order".',
    good: record(),
  },
  'large-record': {
    bad: record(...Array.from({ length: 201 }, (_, index) => field(`f${index}`, 'int'))),
    path: '',
    write: 'Group fields that belong together into records of their own.',
    good: record(),
  },
  'deep-nesting': {
    bad: Array.from({ length: 9 }).reduce<unknown>(
      (inner, _, level) => ({ ...one(inner), name: `Level${level}` }),
      'int',
    ),
    path: Array.from({ length: 9 }, () => 'some').join('.'),
    write: 'Flatten the inner records, or refer to what they describe by its id.',
    good: one('int'),
  },
  'recursive-type': {
    bad: one({ type: 'array', items: 'Order' }),
    path: 'some',
    write: 'Write a list of nodes that refer to each other by id.',
    good: one('int'),
  },
  'misspelt-attribute': {
    bad: one('int', { defualt: 1 }),
    path: 'some',
    write: 'Write default instead of defualt.',
    good: one('int', { default: 1, 'connect.default': 1, unit: 'm' }),
  },
  'default-on-type': {
    bad: one({ type: 'string', default: 'x' }),
    path: 'some',
    write: 'Move it to the field: {"name": "some", "type": …, "default": "x"}',
    good: one('string', { default: 'x' }),
  },
};
