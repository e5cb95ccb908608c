import type { ProtobufSchema } from '../../parsed-schema.ts';
import type { ProtoFile, ProtoMessage } from '../../protobuf/model.ts';
import { typeTable } from '../../protobuf/type-table.ts';
import { withMessage } from './edit-file.ts';

/** A file without a message, and without the fields and calls that use it or what is inside of it. */
export function withoutMessage(
  schema: ProtobufSchema,
  file: ProtoFile,
  names: readonly string[],
): ProtoFile {
  const { packageName = '' } = file;
  const fullName = [packageName, ...names].filter((name) => name !== '').join('.');
  const table = typeTable(schema);
  const isGone = (written: string, scope: string): boolean => {
    const found = table.resolve(written, scope)?.fullName;
    return found === fullName || found?.startsWith(`${fullName}.`) === true;
  };
  const rest = withMessage(file, names, () => undefined);

  function clean(message: ProtoMessage, scope: string): ProtoMessage {
    const own = scope === '' ? message.name : `${scope}.${message.name}`;
    const stays = ({ type }: { type: string }): boolean => !isGone(type, own);
    return {
      ...message,
      fields: message.fields.filter(stays),
      oneofs: message.oneofs
        .map((oneof) => ({ ...oneof, fields: oneof.fields.filter(stays) }))
        .filter(({ fields, groups }) => fields.length + groups.length > 0),
      types: message.types.map((type) => (type.kind === 'message' ? clean(type, own) : type)),
    };
  }

  return {
    ...rest,
    types: rest.types.map((type) => (type.kind === 'message' ? clean(type, packageName) : type)),
    services: rest.services.map((service) => ({
      ...service,
      rpcs: service.rpcs.filter(
        ({ requestType, responseType }) =>
          !isGone(requestType, packageName) && !isGone(responseType, packageName),
      ),
    })),
  };
}
