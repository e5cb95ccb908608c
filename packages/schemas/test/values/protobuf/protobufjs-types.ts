import protobuf from 'protobufjs';
import type { ReferencedSchema } from '../../../src/index.ts';
import { descriptorText } from '../../../src/protobuf/well-known/descriptor.ts';
import { googleProtobufTexts } from '../../../src/protobuf/well-known/google-protobuf.ts';

/** The messages of a text as protobufjs reads them, by full name, without groups. */
export function protobufjsTypes(
  text: string,
  references: readonly ReferencedSchema[] = [],
): Map<string, protobuf.Type> {
  const root = new protobuf.Root();
  for (const known of [...Object.values(googleProtobufTexts), descriptorText]) {
    protobuf.parse(known, root);
  }
  for (const reference of references) protobuf.parse(reference.text, root);
  const before = new Set(typesOf(root));
  protobuf.parse(text, root);
  root.resolveAll();
  const all = typesOf(root);
  const groups = new Set(
    all.flatMap((each) =>
      each.fieldsArray.filter(({ delimited }) => delimited).map((field) => field.resolvedType),
    ),
  );
  const added = all.filter((each) => !before.has(each) && !groups.has(each));
  return new Map(added.map((each) => [each.fullName.slice(1), each]));
}

function typesOf(namespace: protobuf.NamespaceBase): protobuf.Type[] {
  return namespace.nestedArray.flatMap((nested) => [
    ...(nested instanceof protobuf.Type ? [nested] : []),
    ...(nested instanceof protobuf.Namespace ? typesOf(nested) : []),
  ]);
}
