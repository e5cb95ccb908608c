import type { ProtoFile, ProtoMessage, ProtoType } from '@srkit/schemas';

/** Full names of the messages and enums that a Protobuf file itself has, those inside others included. */
export function ownMessages({ packageName, types }: ProtoFile): ReadonlySet<string> {
  const names = new Set<string>();
  const waiting: { prefix: string; type: ProtoType }[] = [];
  const prefix = packageName === undefined ? '' : `${packageName}.`;
  for (const type of types) waiting.push({ prefix, type });
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const name = next.prefix + next.type.name;
    names.add(name);
    if (next.type.kind === 'enum') continue;
    for (const group of groupsOf(next.type)) names.add(`${name}.${group.name}`);
    for (const type of next.type.types) waiting.push({ prefix: `${name}.`, type });
  }
  return names;
}

function groupsOf({ groups, oneofs }: ProtoMessage): readonly { readonly name: string }[] {
  return [...groups, ...oneofs.flatMap((oneof) => oneof.groups)];
}
