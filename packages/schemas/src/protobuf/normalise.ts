import type { ProtobufSchema } from '../parsed-schema.ts';
import { SchemaError } from '../schema-error.ts';
import { normaliseFile } from './normaliser/normalise-file.ts';
import { UnknownType } from './normaliser/scope.ts';
import { type Positions, textPlace } from './parser/places.ts';
import { readProtoFile } from './parser/read-file.ts';
import { printProtoFile } from './printer/print-file.ts';

/**
 * The text that a registry stores for `normalize=true`: types by full name; imports, options, fields,
 * names of enums and what is reserved sorted. Types, services and rpcs keep their order.
 *
 * @throws SchemaError `invalid_schema` where a type means nothing
 */
export function normalizeProtobuf(schema: ProtobufSchema): string {
  try {
    return printProtoFile(normaliseFile(schema));
  } catch (error) {
    throw error instanceof UnknownType ? refuseType(error.written) : error;
  }
}

/**
 * Looks up every type that a schema uses. To normalise it all must be found; that is how the
 * registry finds out, too.
 *
 * @param source the text that the schema was read from
 * @throws SchemaError `invalid_schema` with line and column where a type means nothing
 */
export function checkTypes(schema: ProtobufSchema, source: string): void {
  try {
    normaliseFile(schema);
  } catch (error) {
    throw error instanceof UnknownType ? refuseTypeIn(schema, source, error.written) : error;
  }
}

/** Reads the text once more, to know where what is in it was read. */
function refuseTypeIn(schema: ProtobufSchema, source: string, written: string): SchemaError {
  const positions: Positions = new Map();
  try {
    normaliseFile({ ...schema, file: readProtoFile(source, positions) });
  } catch (error) {
    const position = error instanceof UnknownType ? positions.get(error.usedIn) : undefined;
    if (position !== undefined) return refuseType(written, textPlace(source, position));
  }
  return refuseType(written);
}

function refuseType(written: string, place?: { line: number; column: number }): SchemaError {
  const where = place === undefined ? '' : ` Line ${place.line}, column ${place.column}:`;
  return new SchemaError(
    `The Protobuf schema is not valid.${where} there is no type ${written}. Define it, or import the file that does and name it as a reference.`,
    { code: 'invalid_schema', details: `Could not resolve type: ${written}`, ...place },
  );
}
