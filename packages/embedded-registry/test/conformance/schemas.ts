/**
 * An Avro record as text. A field is a name (`id`, a string), a name with a type (`count:int`), or with a default too
 * (`count:int=0`).
 */
export function avro(name: string, ...fields: string[]): string {
  return JSON.stringify({ type: 'record', name, fields: fields.map(avroField) });
}

function avroField(written: string): object {
  const [, name, type = 'string', value] = /^(\w+)(?::([\w.]+))?(?:=(.*))?$/.exec(written) ?? [];
  return { name, type, ...(value !== undefined && { default: JSON.parse(value) }) };
}

/** A request to register a JSON Schema. */
export function json(schema: object | boolean): { schema: string; schemaType: 'JSON' } {
  return { schema: JSON.stringify(schema), schemaType: 'JSON' };
}

/** A request to register a Protobuf file of syntax 3 with these declarations. */
export function protobuf(declarations: string): { schema: string; schemaType: 'PROTOBUF' } {
  return { schema: `syntax = "proto3";\n${declarations}`, schemaType: 'PROTOBUF' };
}

/** Three versions of an order: each can read what was written with the ones before it. */
export const order = {
  first: avro('Order', 'id'),
  second: avro('Order', 'id', 'note=""'),
  third: avro('Order', 'id', 'note=""', 'count:int=0'),
  /** What cannot read any of them: a new field has no default. */
  incompatible: avro('Order', 'id', 'customer'),
} as const;
