import type { ProtobufSchema } from '../../parsed-schema.ts';
import type { ProtoFile } from '../../protobuf/model.ts';
import { parseProtobuf } from '../../protobuf/parse.ts';
import { printProtoFile } from '../../protobuf/printer/print-file.ts';
import { isSchemaError } from '../../schema-error.ts';
import { mergeReferences } from '../merge-references.ts';

/**
 * The schema that a file makes; where it lacks types, with the enums and imports of another one.
 *
 * @returns undefined where it is none that could be registered
 */
export function finishFile(
  file: ProtoFile,
  schema: ProtobufSchema,
  other: ProtobufSchema,
): ProtobufSchema | undefined {
  const references = mergeReferences(schema, other);
  for (const candidate of [file, withLent(file, other.file)]) {
    try {
      return parseProtobuf(printProtoFile(candidate), { references });
    } catch (error) {
      if (!isSchemaError(error)) throw error;
    }
  }
  return undefined;
}

function withLent(file: ProtoFile, other: ProtoFile): ProtoFile {
  const names = new Set(file.types.map(({ name }) => name));
  const paths = new Set(file.imports.map(({ path }) => path));
  const enums = other.types.filter((type) => type.kind === 'enum' && !names.has(type.name));
  const imports = other.imports.filter(({ path }) => !paths.has(path));
  return { ...file, types: [...file.types, ...enums], imports: [...file.imports, ...imports] };
}
