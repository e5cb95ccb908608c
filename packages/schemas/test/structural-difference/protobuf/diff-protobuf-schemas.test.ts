import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StructuralChange } from '../../../src/index.ts';
import { diffSchemas, parseSchema } from '../../../src/index.ts';
import { adversarialProtobuf } from '../../adversarial-protobuf.ts';
import { cpuTime } from '../../cpu-time.ts';
import { arbitraryProtobuf, arbitraryProtobufPair } from './arbitrary-protobuf.ts';

const parse = (text: string, references: { name: string; text: string }[] = []) =>
  parseSchema('PROTOBUF', text, { references });
const file = (text: string, syntax = 'proto3') => parse(`syntax = "${syntax}"; package p; ${text}`);

/** The changes as `kind path: before -> after`, the last part where there is one. */
function say(changes: StructuralChange[]): string[] {
  return changes.map((change) => {
    const start = `${change.kind} ${change.path}`.trim();
    if (change.before === undefined && change.after === undefined) return start;
    return `${start}: ${change.before ?? ''} -> ${change.after ?? ''}`;
  });
}

const diff = (before: string, after: string, syntax?: string): string[] =>
  say(diffSchemas(file(before, syntax), file(after, syntax)));
const inMessage = (before: string, after: string, syntax?: string): string[] =>
  diff(`message M { ${before} }`, `message M { ${after} }`, syntax);

describe('diffSchemas, for Protobuf', () => {
  it('says each change in one sentence, in the order of the newer schema', () => {
    const before = file('message M { int32 id = 1; string note = 2; int32 z = 9; }');
    const after = file(
      'message M { reserved 2; int64 id = 1; optional string mail = 3; oneof o { int32 zz = 9; } }',
    );
    expect(diffSchemas(before, after).map(({ message }) => message)).toEqual([
      'The message M has 2 reserved now.',
      "The type of 'id' changed from int32 to int64.",
      "The field 'note' of type string was removed from M; it had the number 2.",
      "The field 'mail' of type string was added to M, with the number 3.",
      'The oneof o of 1 field was added to M.',
      "The field 9 is called 'zz' now, it was 'z'.",
      "'zz' belongs to the oneof o now.",
    ]);
  });

  it('goes by numbers, unless the name says otherwise', () => {
    expect(inMessage('int32 a = 1;', 'int32 b = 1;')).toEqual(['field_renamed b: a -> b']);
    expect(inMessage('int32 a = 1;', 'int32 a = 2;')).toEqual(['number_changed a: 1 -> 2']);
    expect(inMessage('int32 a = 1; int32 b = 2;', 'int32 a = 2; int32 b = 1;')).toEqual([
      'number_changed a: 1 -> 2',
      'number_changed b: 2 -> 1',
    ]);
    expect(inMessage('int32 a = 1;', 'int32 b = 2;')).toEqual([
      'field_removed a: int32 -> ',
      'field_added b:  -> int32',
    ]);
  });

  it('tells types apart from how often they come', () => {
    expect(inMessage('string a = 1;', 'repeated string a = 1;')).toEqual([
      'cardinality_changed a: singular -> repeated',
    ]);
    expect(inMessage('int32 a = 1;', 'optional int64 a = 1;')).toEqual([
      'type_changed a: int32 -> int64',
      'cardinality_changed a: singular -> optional',
    ]);
    expect(inMessage('required int32 a = 1;', 'optional int32 a = 1;', 'proto2')).toEqual([
      'cardinality_changed a: required -> optional',
    ]);
    expect(inMessage('map<string, int32> a = 1;', 'map<int32, int32> a = 1;')).toEqual([
      'type_changed a: map of int32 -> map of int32 by int32',
    ]);
    expect(inMessage('map<string, int32> a = 1;', 'repeated int32 a = 1;')).toEqual([
      'type_changed a: map of int32 -> array of int32',
    ]);
    expect(inMessage('message I {} optional I a = 1;', 'message I {} I a = 1;')).toEqual([
      'written_otherwise a: optional -> no label',
    ]);
    expect(inMessage('M a = 1;', '.p.M a = 1;')).toEqual(['written_otherwise a: M -> .p.M']);
    expect(
      inMessage(
        'optional group G = 1 { optional int32 x = 1; }',
        'optional int32 g = 1;',
        'proto2',
      ),
    ).toEqual(['type_changed g: G -> int32', 'type_removed g: p.M.G -> ']);
  });

  it('tells of oneofs, and of fields that move in and out', () => {
    expect(
      inMessage('int32 a = 1; oneof o { int32 b = 2; }', 'oneof o { int32 b = 2; int32 a = 1; }'),
    ).toEqual(['oneof_changed a:  -> o']);
    expect(inMessage('oneof o { int32 a = 1; }', 'oneof q { int32 a = 1; }')).toEqual([
      'oneof_renamed q: o -> q',
    ]);
    expect(inMessage('oneof o { int32 a = 1; }', 'int32 a = 1;')).toEqual([
      'oneof_changed a: o -> ',
      'oneof_removed o: o -> ',
    ]);
    const two = 'oneof o { int32 a = 1; } oneof q { int32 b = 2; }';
    expect(inMessage(two, 'oneof q { int32 b = 2; } oneof o { int32 a = 1; }')).toEqual([
      'oneof_moved q',
    ]);
    expect(
      inMessage(two, 'oneof o { int32 a = 1; int32 b = 2; } oneof q { int32 c = 3; }'),
    ).toEqual(['oneof_changed b: q -> o', 'field_added c:  -> int32']);
  });

  it('tells of fields that moved, as few as possible', () => {
    const [a, b, c] = ['int32 a = 1;', 'int32 b = 2;', 'int32 c = 3;'];
    expect(inMessage(`${a}${b}${c}`, `${c}${a}${b}`)).toEqual(['field_moved c: 3 -> 1']);
  });

  it('tells of enums by number and name, aliases among them', () => {
    const kind = (before: string, after: string) =>
      diff(`enum E { ${before} }`, `enum E { ${after} }`);
    expect(kind('A = 0; B = 1;', 'A = 0; C = 1; D = 2;')).toEqual([
      'symbol_renamed (E): B -> C',
      'symbol_added (E):  -> D',
    ]);
    expect(kind('A = 0; B = 1;', 'A = 0; B = 2;')).toEqual(['number_changed (E): 1 -> 2']);
    expect(kind('A = 0; B = 1; C = 2;', 'A = 0; C = 2; B = 1;')).toEqual([
      'symbol_moved (E): 3 -> 2',
    ]);
    expect(kind('A = 0; B = 1;', 'option allow_alias = true; A = 0; B = 1; C = 1;')).toEqual([
      'option_added (E):  -> allow_alias = true',
      'symbol_added (E):  -> C',
    ]);
    expect(kind('A = 0; B = 1;', 'reserved 1, "B"; A = 0;')).toEqual([
      'reserved_added (E):  -> 1',
      'reserved_added (E):  -> "B"',
      'symbol_removed (E): B -> ',
    ]);
  });

  it('compares what is reserved by what it covers', () => {
    expect(inMessage('reserved 1, 2, 3;', 'reserved 1 to 3;')).toEqual(['written_otherwise']);
    expect(inMessage('reserved 1 to 9;', 'reserved 4 to max;')).toEqual([
      'reserved_added:  -> 10 to max',
      'reserved_removed: 1 to 3 -> ',
    ]);
    expect(inMessage('extensions 4 to 9;', 'extensions 4 to 7, 20;', 'proto2')).toEqual([
      'extension_range_added:  -> 20',
      'extension_range_removed: 8 to 9 -> ',
    ]);
  });

  it('tells of messages that came, went, moved and got another name', () => {
    const [a, b] = ['message A { int32 x = 1; }', 'message B { A a = 1; }'];
    expect(diff(a, `${a} ${b}`)).toEqual(['type_added (B):  -> p.B']);
    expect(diff(`${a} ${b}`, a)).toEqual(['type_removed (B): p.B -> ']);
    expect(diff(`${a} ${b}`, `${b} ${a}`)).toEqual([
      'root_changed: p.A -> p.B',
      'type_moved: 2 -> 1',
    ]);
    expect(diff(a, 'message C { int32 x = 1; }')).toEqual(['type_renamed: p.A -> p.C']);
    expect(diff(`${b} ${a}`, `message B { A a = 1; ${a} }`)).toEqual([
      'namespace_changed a: p.A -> p.B.A',
    ]);
    expect(diff(a, 'enum A { Z = 0; }')).toEqual([
      'type_removed: p.A -> ',
      'type_added (A):  -> p.A',
    ]);
  });

  it('tells of the file: syntax, package, imports and options', () => {
    const before = parse(
      'syntax = "proto3"; package p; import "google/type/date.proto"; message M {}',
    );
    const after = parse(
      'package q; import "google/type/money.proto"; option java_package = "j"; message M {}',
    );
    expect(say(diffSchemas(before, after))).toEqual([
      'syntax_changed: proto3 -> proto2, unsaid',
      'package_changed: p -> q',
      'import_added:  -> google/type/money.proto',
      'import_removed: google/type/date.proto -> ',
      'option_added:  -> java_package = "j"',
    ]);
  });

  it('tells of options, defaults among them', () => {
    const option = (before: string, after: string) =>
      inMessage(`optional int32 a = 1${before};`, `optional int32 a = 1${after};`, 'proto2');
    expect(option('', ' [default = 5]')).toEqual(['default_added a:  -> 5']);
    expect(option(' [default = 5]', ' [default = 6]')).toEqual(['default_changed a: 5 -> 6']);
    expect(option(' [(x).y = { a: 1, b: [2] }]', ' [(x).y = { a: 1, b: [3] }]')).toEqual([
      'option_changed a: (x).y = { a: 1, b: [2] } -> (x).y = { a: 1, b: [3] }',
    ]);
    expect(
      option(' [packed = true, deprecated = true]', ' [deprecated = true, packed = true]'),
    ).toEqual(['written_otherwise a']);
  });

  it('tells of services, methods and extensions', () => {
    const service = (rpcs: string) => `message M {} service S { ${rpcs} }`;
    expect(
      diff(
        service('rpc A (M) returns (M); rpc B (M) returns (M);'),
        service('rpc A (stream M) returns (M); rpc C (M) returns (M);'),
      ),
    ).toEqual([
      'rpc_changed (S).A: (M) returns (M) -> (stream M) returns (M)',
      'rpc_removed (S).B: (M) returns (M) -> ',
      'rpc_added (S).C:  -> (M) returns (M)',
    ]);
    expect(diff('message M {} service S {}', 'message M {}')).toEqual([
      'service_removed (S): S -> ',
    ]);
    const extend = (fields: string) => `message M { extensions 5 to 9; } extend M { ${fields} }`;
    expect(
      diff(
        extend('optional int32 a = 5; optional int32 b = 6;'),
        extend('optional int64 a = 5; optional int32 c = 7;'),
        'proto2',
      ),
    ).toEqual([
      'type_changed (extend p.M).a: int32 -> int64',
      'extension_added (extend p.M).c:  -> int32',
      'extension_removed (extend p.M).b: int32 -> ',
    ]);
  });

  it('compares comments, unless one side has none, as what was stored', () => {
    const documented = (first: string, second: string) =>
      file(`${first}\nmessage M {\n${second}\nint32 a = 1; }`);
    const before = documented('// One.', '// Two.');
    expect(say(diffSchemas(before, documented('// One.', '// Three.')))).toEqual([
      'doc_changed a: Two. -> Three.',
    ]);
    expect(say(diffSchemas(before, documented('', '// Two.')))).toEqual(['doc_removed: One. -> ']);
    expect(diffSchemas(before, documented('', ''))).toEqual([]);
    expect(diffSchemas(documented('', ''), before)).toEqual([]);
  });

  it('tells what changed within an import that is used', () => {
    const text = 'syntax = "proto3"; import "a.proto"; message M { A a = 1; B b = 2; }';
    const reference = (fields: string) => [
      {
        name: 'a.proto',
        text: `syntax = "proto3"; message A { ${fields} } message B {} message C {}`,
      },
    ];
    expect(
      say(
        diffSchemas(parse(text, reference('int32 x = 1;')), parse(text, reference('int64 x = 1;'))),
      ),
    ).toEqual(['type_changed a.x: int32 -> int64']);
  });

  it('finds nothing in a schema and itself, however it is laid out', () => {
    fc.assert(
      fc.property(arbitraryProtobuf, (text) => {
        expect(diffSchemas(parse(text), parse(text))).toEqual([]);
        expect(diffSchemas(parse(text), parse(parse(text).text))).toEqual([]);
      }),
    );
  }, 30_000);

  it('finds something in two texts that are stored otherwise, both ways, and says where', () => {
    fc.assert(
      fc.property(arbitraryProtobufPair, ([before, after]) => {
        const [old, next] = [parse(before), parse(after)];
        for (const changes of [diffSchemas(old, next), diffSchemas(next, old)]) {
          expect(changes.length > 0).toBe(old.text !== next.text);
          for (const { message } of changes) {
            expect(message).toMatch(/^[A-Z'(].*\.$/);
            expect(message).not.toMatch(/undefined|schema is written otherwise/);
          }
        }
      }),
      { numRuns: 1000 },
    );
  }, 30_000);

  const [olds, nexts] = [adversarialProtobuf('bytes'), adversarialProtobuf('string')];
  it.for(Object.keys(olds))('is done with %s soon', (name) => {
    const [old, next] = [parse(olds[name] ?? ''), parse(nexts[name] ?? '')];
    expect(cpuTime(() => diffSchemas(old, next))).toBeLessThan(2000);
    expect(diffSchemas(old, next)).not.toEqual([]);
  });
});
