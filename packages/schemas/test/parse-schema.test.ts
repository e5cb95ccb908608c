import { describe, expect, it } from 'vitest';
import { normalizeSchema, parseSchema, resolveSchema } from '../src/index.ts';

describe('resolveSchema', () => {
  it('writes the references of an Avro schema in full', () => {
    const references = [
      { name: 'rf.L0', text: '{"type":"fixed","name":"rf.L0","size":1}' },
      {
        name: 'rf.L1',
        text: '{"type":"record","name":"rf.L1","fields":[{"name":"l0","type":"rf.L0"}]}',
      },
    ];
    const text = '{"type":"record","name":"rf.L2","fields":[{"name":"l1","type":"rf.L1"}]}';
    const schema = parseSchema('AVRO', text, { references });
    expect(schema.text).toBe(
      '{"type":"record","name":"L2","namespace":"rf","fields":[{"name":"l1","type":"L1"}]}',
    );
    expect(resolveSchema(schema)).toBe(
      '{"type":"record","name":"L2","namespace":"rf","fields":[{"name":"l1","type":{"type":"record","name":"L1","fields":[{"name":"l0","type":{"type":"fixed","name":"L0","size":1}}]}}]}',
    );
  });

  it('answers other types as they are', () => {
    const references = [{ name: 'a.json', text: '{}' }];
    const schema = parseSchema('JSON', '{ "$ref": "a.json" }', { references });
    expect(resolveSchema(schema)).toBe('{"$ref":"a.json"}');
  });
});

describe('normalizeSchema', () => {
  it('names the types of Protobuf in full', () => {
    const text = '// comment\nsyntax = "proto3"; package a; message M { M m = 1; }';
    expect(normalizeSchema(parseSchema('PROTOBUF', text))).toBe(
      'syntax = "proto3";\npackage a;\n\nmessage M {\n  .a.M m = 1;\n}\n',
    );
  });
});
