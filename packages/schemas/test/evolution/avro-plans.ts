import type { CompatibilityLevel } from '../../src/index.ts';

const field = (name: string, type: unknown, more: object = {}): object => ({ name, type, ...more });
const record = (...fields: object[]): object => ({ type: 'record', name: 'R', fields });
const status = (...symbols: string[]): object => ({ type: 'enum', name: 'Status', symbols });
const hash = (size: number): object => ({ type: 'fixed', name: 'Hash', size });
const int = record(field('a', 'int'));
const text = record(field('a', 'string'));

/**
 * What changes; the level; the versions and the target; whether it is reached; the schemas of the steps,
 * without white space, the target as `=`.
 */
export type AvroPlanCase = readonly [
  what: string,
  level: CompatibilityLevel,
  versions: readonly unknown[],
  target: unknown,
  reaches: boolean,
  steps: readonly unknown[],
];

/** Changes as people want them, and the steps that lead there. */
export const avroPlans: readonly AvroPlanCase[] = [
  [
    'a new field without a default',
    'BACKWARD',
    [int],
    record(field('a', 'int'), field('b', 'string')),
    true,
    [record(field('a', 'int'), field('b', 'string', { default: '' })), '='],
  ],
  [
    'a new field without a default',
    'BACKWARD_TRANSITIVE',
    [int],
    record(field('a', 'int'), field('b', 'string')),
    false,
    [record(field('a', 'int'), field('b', 'string', { default: '' }))],
  ],
  [
    'a removed field that had no default',
    'FORWARD',
    [record(field('a', 'int'), field('b', 'long'))],
    int,
    true,
    [record(field('a', 'int'), field('b', 'long', { default: 0 })), '='],
  ],
  [
    'a removed field that had no default',
    'FULL_TRANSITIVE',
    [record(field('a', 'int'), field('b', 'long'))],
    record(field('a', 'int'), field('c', 'int', { default: 1 })),
    false,
    [record(field('a', 'int'), field('b', 'long'), field('c', 'int', { default: 1 }))],
  ],
  [
    'another type',
    'BACKWARD',
    [int],
    text,
    true,
    [record(), record(field('a', 'string', { default: '' })), '='],
  ],
  [
    'another type',
    'FORWARD',
    [int],
    text,
    true,
    [record(field('a', 'int', { default: 0 })), record(), '='],
  ],
  [
    'another type',
    'FULL',
    [int],
    text,
    true,
    [
      record(field('a', 'int', { default: 0 })),
      record(),
      record(field('a', 'string', { default: '' })),
      '=',
    ],
  ],
  [
    'another type',
    'BACKWARD_TRANSITIVE',
    [int],
    text,
    false,
    [
      record(field('a', 'int'), field('a_v2', 'string', { default: '' })),
      record(field('a_v2', 'string', { default: '' })),
    ],
  ],
  [
    'another type',
    'FULL_TRANSITIVE',
    [int],
    text,
    false,
    [record(field('a', 'int'), field('a_v2', 'string', { default: '' }))],
  ],
  [
    'a type that older data fits, and older readers do not take',
    'FULL',
    [int],
    record(field('a', 'long')),
    true,
    [
      record(field('a', 'int', { default: 0 })),
      record(),
      record(field('a', 'long', { default: 0 })),
      '=',
    ],
  ],
  [
    'a field of another name',
    'BACKWARD',
    [record(field('user_name', 'string'))],
    record(field('username', 'string')),
    true,
    [record(field('username', 'string', { aliases: ['user_name'] })), '='],
  ],
  [
    'a field of another name',
    'FULL',
    [record(field('user_name', 'string'))],
    record(field('username', 'string')),
    true,
    [
      record(field('user_name', 'string', { aliases: ['username'] })),
      record(field('username', 'string', { aliases: ['user_name'] })),
      '=',
    ],
  ],
  [
    'a field of another name',
    'BACKWARD_TRANSITIVE',
    [record(field('user_name', 'string'))],
    record(field('username', 'string')),
    false,
    [record(field('username', 'string', { aliases: ['user_name'] }))],
  ],
  [
    'a record of another name',
    'FORWARD',
    [int],
    { ...int, name: 'S' },
    true,
    [{ ...int, aliases: ['S'] }, '='],
  ],
  [
    'a record of another name',
    'FORWARD_TRANSITIVE',
    [int],
    { ...record(field('a', 'int'), field('b', 'int')), name: 'S' },
    false,
    [record(field('a', 'int'), field('b', 'int'))],
  ],
  [
    'a record of another name that gets a namespace',
    'BACKWARD',
    [int],
    { ...int, name: 'S', namespace: 'x' },
    true,
    [{ ...int, namespace: 'x' }, { ...int, name: 'S', namespace: 'x', aliases: ['R'] }, '='],
  ],
  [
    'a symbol less',
    'BACKWARD',
    [record(field('s', status('A', 'B')))],
    record(field('s', status('A'))),
    true,
    [record(field('s', { ...status('A'), default: 'A' })), '='],
  ],
  [
    'a symbol less',
    'BACKWARD_TRANSITIVE',
    [record(field('s', status('A', 'B')))],
    record(field('s', status('A', 'C'))),
    false,
    [record(field('s', status('A', 'C', 'B')))],
  ],
  [
    'a symbol more',
    'FORWARD',
    [record(field('s', status('A', 'UNKNOWN')))],
    record(field('s', status('A', 'UNKNOWN', 'B'))),
    true,
    [record(field('s', { ...status('A', 'UNKNOWN'), default: 'UNKNOWN' })), '='],
  ],
  [
    'a symbol more',
    'FULL_TRANSITIVE',
    [record(field('s', status('A')))],
    record(field('s', status('A', 'B'))),
    false,
    [
      record(
        field('s', status('A')),
        field('s_v2', { ...status('A', 'B'), name: 'StatusV2' }, { default: 'A' }),
      ),
    ],
  ],
  [
    'null no more',
    'BACKWARD_TRANSITIVE',
    [record(field('a', ['null', 'string']))],
    record(field('a', 'string'), field('b', 'int', { default: 0 })),
    false,
    [record(field('a', ['null', 'string']), field('b', 'int', { default: 0 }))],
  ],
  [
    'a fixed of another size',
    'FULL_TRANSITIVE',
    [record(field('h', hash(1)))],
    record(field('h', hash(2))),
    false,
    [
      record(
        field('h', hash(1)),
        field('h_v2', { ...hash(2), name: 'HashV2' }, { default: '\u0000\u0000' }),
      ),
    ],
  ],
  ['a schema that is no record', 'BACKWARD', ['int'], 'string', false, [['int', 'string']]],
  ['a schema that is no record', 'FULL', ['int'], 'string', false, []],
  [
    'a branch that readers of earlier versions do not know',
    'FORWARD_TRANSITIVE',
    [['null', 'string']],
    ['null', 'int', { type: 'string', team: 'x' }],
    false,
    [['null', { type: 'string', team: 'x' }]],
  ],
  [
    'a type in a list in a map',
    'BACKWARD',
    [{ type: 'map', values: { type: 'array', items: int } }],
    { type: 'map', values: { type: 'array', items: text } },
    true,
    [
      { type: 'map', values: { type: 'array', items: record() } },
      {
        type: 'map',
        values: { type: 'array', items: record(field('a', 'string', { default: '' })) },
      },
      '=',
    ],
  ],
];
