const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const message = (name: string, parts: string[]): string =>
  `message ${name} {\n${parts.join('\n')}\n}`;

/**
 * Protobuf files that are legal and made to be too much; `leaf` is a scalar that stands at the ends of
 * all of them, so that two of them differ everywhere.
 */
export function adversarialProtobuf(leaf: string): Record<string, string> {
  const names = `${leaf}_name`;
  const files: Record<string, string[]> = {
    'many fields': [
      message(
        'M',
        times(5000, (i) => `${leaf} field${i} = ${i + 1};`),
      ),
    ],
    'many other fields': [
      message(
        'M',
        times(5000, (i) => `optional ${leaf} ${names}${i} = ${i + 20_000};`),
      ),
    ],
    'many messages': times(5000, (i) => message(`M${names}${i}`, [`${leaf} x = 1;`])),
    'many messages in another order': times(5000, (i) =>
      message(`M${leaf === 'bytes' ? i : 4999 - i}`, ['int32 x = 1;', `${leaf} y = 2;`]),
    ),
    'a huge enum': [`enum E {\n${times(50_000, (i) => `${names}_${i} = ${i};`).join('\n')}\n}`],
    'an enum of aliases': [
      `enum E {\noption allow_alias = true;\n${times(20_000, (i) => `${names}_${i} = 0;`).join('\n')}\n}`,
    ],
    'a huge oneof': [
      message('M', [
        message('Inner', [`${leaf} x = 1;`]),
        `oneof ${names} {\n${times(5000, (i) => `Inner f${i} = ${i + 1};`).join('\n')}\n}`,
      ]),
    ],
    'many oneofs': [
      message(
        'M',
        times(5000, (i) => `oneof ${names}${i} { ${leaf} f${i} = ${i + 1}; }`),
      ),
    ],
    'many reservations': [
      message('M', [
        ...times(5000, (i) => `reserved ${i * 4 + (leaf === 'bytes' ? 1 : 2)}, "${names}${i}";`),
        ...times(2000, (i) => `${leaf} ${leaf}${i} = ${i + 30_000};`),
      ]),
    ],
    'many options': [
      message('M', [
        `${leaf} x = 1 [${times(5000, (i) => `(a.o${i}).p = "${leaf}"`).join(', ')}];`,
      ]),
    ],
    'deep messages': [
      times(400, () => 0).reduce(
        (inner, _, i) => message(`Level${400 - i}`, [inner, `${leaf} x = 1;`]),
        message('Leaf', [`${leaf} x = 1;`]),
      ),
    ],
    'a ring': times(1500, (i) =>
      message(`Ring${i}`, [`${leaf} x = 1;`, `Ring${(i + 1) % 1500} next = 2;`]),
    ),
    'all against all': times(300, (i) =>
      message(
        `All${i}`,
        times(30, (other) => `All${(i + other) % 300} ${leaf}${other} = ${other + 1};`),
      ),
    ),
    'diamonds of depth 30': times(30, (i) =>
      message(
        `D${i}`,
        times(3, (side) => `${i === 0 ? leaf : `D${i - 1}`} s${side} = ${side + 1};`),
      ),
    ),
    'one huge enum in every field': [
      `enum E { ${times(5000, (i) => `${leaf}${i} = ${i};`).join(' ')} }`,
      message(
        'M',
        times(2000, (i) => `repeated E use${i} = ${i + 1};`),
      ),
    ],
    'many services': times(300, (i) => {
      const rpcs = times(20, (n) => `rpc ${leaf}${n} (M) returns (stream M);`);
      return `service S${names}${i} {\n${rpcs.join('\n')}\n}`;
    }).concat(message('M', [])),
  };
  return Object.fromEntries(
    Object.entries(files).map(([name, parts]) => [name, `syntax = "proto3";\n${parts.join('\n')}`]),
  );
}
