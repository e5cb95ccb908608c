import fc from 'fast-check';

const SCALARS = [
  'double',
  'float',
  'int32',
  'int64',
  'uint32',
  'uint64',
  'sint32',
  'sint64',
  'fixed32',
  'fixed64',
  'sfixed32',
  'sfixed64',
  'bool',
  'string',
  'bytes',
];
const MAP_KEYS = SCALARS.filter((type) => !['double', 'float', 'bytes'].includes(type));
const WELL_KNOWN = {
  any: ['Any'],
  duration: ['Duration'],
  field_mask: ['FieldMask'],
  struct: ['Struct', 'Value', 'ListValue', 'NullValue'],
  timestamp: ['Timestamp'],
  wrappers: ['Int64Value', 'StringValue', 'BoolValue', 'BytesValue', 'DoubleValue'],
};
const NAMES = [
  'id',
  'customer_email',
  'createdAt',
  'amount',
  'line_2_items',
  '_hidden',
  'constructor',
  'is_active',
  'hasOwnProperty',
  'type',
];

const scalar = fc.constantFrom(...SCALARS);
const wellKnown = fc
  .constantFrom(...Object.values(WELL_KNOWN).flat())
  .map((name) => `google.protobuf.${name}`);
const ownType = fc.constantFrom('M0', 'M1', 'M2', 'M2.Inner', 'E0', 'E1', 'M2.Inner.E');
const type = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 2, arbitrary: ownType },
  { weight: 1, arbitrary: wellKnown },
);

interface Member {
  kind: 'plain' | 'optional' | 'repeated' | 'packed' | 'unpacked' | 'map' | 'oneof' | 'group';
  type: string;
  key: string;
  name: string;
  gap: number;
  jsonName: boolean;
}

const member = fc.record<Member>({
  kind: fc.constantFrom(
    'plain',
    'plain',
    'optional',
    'repeated',
    'packed',
    'unpacked',
    'map',
    'oneof',
    'group',
  ),
  type,
  key: fc.constantFrom(...MAP_KEYS),
  name: fc.constantFrom(...NAMES),
  gap: fc.constantFrom(1, 1, 1, 14, 2000),
  jsonName: fc.boolean(),
});
const members = fc.uniqueArray(member, { maxLength: 7, selector: ({ name }) => name });

/** A file of three messages and three enums, whose fields hold each other and well-known types. */
export const arbitraryProtoFile = fc
  .record({
    isProto3: fc.boolean(),
    packageName: fc.constantFrom('', 'shop', 'a.b'),
    messages: fc.tuple(members, members, members, members),
  })
  .map(({ isProto3, packageName, messages }) => {
    const [m0, m1, m2, inner] = messages.map((fields) => body(fields, isProto3));
    const imports = Object.keys(WELL_KNOWN).map(
      (file) => `import "google/protobuf/${file}.proto";`,
    );
    return [
      `syntax = "proto${isProto3 ? 3 : 2}";`,
      packageName === '' ? '' : `package ${packageName};`,
      ...imports,
      `message M0 {${m0}}`,
      'enum E0 { E0_UNSPECIFIED = 0; RED = 1; GREEN = -5; }',
      `message M1 {${m1}}`,
      `message M2 {${m2} message Inner {${inner} enum E { option allow_alias = true; NONE = 0; ONE = 1; UNO = 1; } } }`,
      `enum E1 { ${isProto3 ? 'ZERO = 0;' : ''} FIVE = 5; SIX = 6; }`,
      isProto3
        ? ''
        : 'message M3 { extensions 100 to 200; required string name = 1; optional M1 m = 2; }',
      isProto3 ? '' : 'extend M3 { optional int32 extra_weight = 100; repeated M0 more = 101; }',
    ].join('\n');
  });

function body(fields: readonly Member[], isProto3: boolean): string {
  const lines: string[] = [];
  const oneof: string[] = [];
  let number = 0;
  for (const { kind, type: written, key, name, gap, jsonName } of fields) {
    number += gap;
    const isScalar = SCALARS.includes(written);
    const isNumeric = isScalar && written !== 'string' && written !== 'bytes';
    const asJson = jsonName && name === 'amount' ? 'json_name = "Total-Amount"' : '';
    const field = `${written} ${name} = ${number}`;
    const options = (...given: string[]): string => {
      const all = [...given, asJson].filter((option) => option !== '');
      return all.length === 0 ? ';' : ` [${all.join(', ')}];`;
    };
    const optional = isProto3 ? '' : 'optional ';
    if (kind === 'oneof') oneof.push(field + options());
    else if (kind === 'map') lines.push(`map<${key}, ${written}> ${name} = ${number}${options()}`);
    else if (kind === 'group' && !isProto3) {
      lines.push(
        `optional group G${number} = ${number} { required ${isNumeric ? written : 'int32'} inside = 1; }`,
      );
    } else if (kind === 'repeated') lines.push(`repeated ${field}${options()}`);
    else if ((kind === 'packed' || kind === 'unpacked') && isNumeric) {
      lines.push(`repeated ${field}${options(`packed = ${kind === 'packed'}`)}`);
    } else if (kind === 'optional') lines.push(`optional ${field}${options()}`);
    else if (!isProto3 && isScalar) lines.push(`required ${field}${options()}`);
    else lines.push(`${optional}${field}${options()}`);
  }
  if (oneof.length > 0) lines.push(`oneof choice { ${oneof.join(' ')} }`);
  return lines.join(' ');
}
