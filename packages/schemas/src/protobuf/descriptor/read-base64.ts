import { SchemaError } from '../../schema-error.ts';
import type { ProtoFile } from '../model.ts';
import { readProtoFile } from '../parser/read-file.ts';
import { printProtoFile } from '../printer/print-file.ts';
import { fromBase64 } from './base64.ts';
import { decodeFile } from './decode-file.ts';

/**
 * The file that a `FileDescriptorProto` in base64 describes.
 *
 * @returns undefined where the text is none, or describes what cannot be written as text
 * @throws SchemaError `too_large`
 */
export function readBase64(text: string): ProtoFile | undefined {
  const bytes = fromBase64(text);
  const file = bytes === undefined ? undefined : decodeFile(bytes);
  if (file === undefined) return undefined;
  try {
    return readProtoFile(printProtoFile(file));
  } catch (error) {
    if (error instanceof SchemaError && error.code === 'invalid_schema') return undefined;
    throw error;
  }
}
