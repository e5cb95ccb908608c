import type { ParseOptions, ProtobufSchema } from '../parsed-schema.ts';
import { isSchemaError } from '../schema-error.ts';
import { readBase64 } from './descriptor/read-base64.ts';
import { importedFiles } from './imported-files.ts';
import type { ProtoFile } from './model.ts';
import { checkTypes } from './normalise.ts';
import { readProtoFile } from './parser/read-file.ts';
import { printProtoFile } from './printer/print-file.ts';

/**
 * Reads a Protobuf schema: the text of a file, or its `FileDescriptorProto` in base64. A new one may use only types that it, its references or the well-known
 * files define, imported or not.
 *
 * @throws SchemaError `invalid_schema` with line and column, or `too_large`
 */
export function parseProtobuf(
  text: string,
  { references = [], validation = 'new' }: ParseOptions = {},
): ProtobufSchema {
  const file = readTextOrBase64(text);
  const schema: ProtobufSchema = {
    type: 'PROTOBUF',
    text: printProtoFile(file),
    file,
    imported: importedFiles(file, references),
    references,
    validation,
  };
  if (validation === 'new') checkTypes(schema, text);
  return schema;
}

/** Clients may send a `FileDescriptorProto` in base64 instead of the text. */
function readTextOrBase64(text: string): ProtoFile {
  try {
    return readProtoFile(text);
  } catch (error) {
    const file = isSchemaError(error, 'invalid_schema') ? readBase64(text) : undefined;
    if (file === undefined) throw error;
    return file;
  }
}
