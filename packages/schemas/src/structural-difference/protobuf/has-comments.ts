import type { ProtoFile } from '../../protobuf/model.ts';
import { namedTypes } from '../../protobuf/named-types.ts';

/** Whether anything in a file has a comment. What a registry stored has none. */
export function hasComments(file: ProtoFile): boolean {
  const some = (parts: readonly { readonly doc: string }[]): boolean =>
    parts.some(({ doc }) => doc !== '');
  if (some(file.services) || file.services.some(({ rpcs }) => some(rpcs))) return true;
  if (file.extensions.some(({ fields }) => some(fields))) return true;
  return namedTypes(file).some(({ type }) => {
    if (type.doc !== '') return true;
    if (type.kind === 'enum') return some(type.constants);
    const holders = [type, ...type.oneofs, ...type.extensions];
    return some(type.oneofs) || some(type.groups) || holders.some(({ fields }) => some(fields));
  });
}
