import type { ProtobufSchema } from '../../parsed-schema.ts';
import { toBase64 } from './base64.ts';
import { encodeFile } from './encode-file.ts';

/**
 * A Protobuf schema as compilers exchange it, as a registry answers for `format=serialized`.
 *
 * @returns its `FileDescriptorProto` in base64
 */
export function serializeProtobuf(schema: ProtobufSchema): string {
  return toBase64(encodeFile(schema));
}
