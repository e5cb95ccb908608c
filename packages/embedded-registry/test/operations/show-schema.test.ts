import { describe, expect, test } from 'vitest';
import { aRegistry } from '../a-registry.ts';

const text = `syntax = "proto3"; import "google/protobuf/descriptor.proto";
extend google.protobuf.FieldOptions { string secret = 50001; }
message M { string a = 1 [(secret) = "x"]; }`;
const plain = `syntax = "proto3";

import "google/protobuf/descriptor.proto";

message M {
  string a = 1;
}
`;

describe('a Protobuf schema in other forms', () => {
  test('is shown without its extensions, and as a descriptor that can be registered', async () => {
    const { ask, register } = aRegistry();
    const { body } = await register('s', { schema: text, schemaType: 'PROTOBUF' });
    const shown = async (format: string) =>
      (await ask('GET', `/schemas/ids/${body.id}?format=${format}`)).body.schema;
    expect(await shown('ignore_extensions')).toBe(plain);
    expect(await shown('unheard-of')).toBe(body.schema);
    const schema = await shown('serialized');
    expect(schema).toMatch(/^[A-Za-z0-9+/]+=*$/);
    const again = await register('t', { schema, schemaType: 'PROTOBUF' });
    expect(again.body.schema).toContain('message M {\n  string a = 1;\n}');
    const version = await ask('GET', '/subjects/s/versions/1?format=serialized');
    expect(version.body.schema).toBe(schema);
  });

  test('is refused in the words of the registry', async () => {
    const { register } = aRegistry();
    const refused = async (schema: string) => {
      const { status, body } = await register('s', { schema, schemaType: 'PROTOBUF' });
      return [status, body.message];
    };
    expect(await refused('message A {')).toEqual([
      422,
      'Invalid schema of type PROTOBUF, details: Invalid schema of type PROTOBUF, details: Could not parse Protobuf - Syntax error in :1:12: unexpected end of file',
    ]);
    expect(await refused('message A { optional B b = 1; }')).toEqual([
      422,
      expect.stringMatching(
        /^Invalid schema \{subject=s,.*\}, details: Could not resolve type: B$/,
      ),
    ]);
  });
});
