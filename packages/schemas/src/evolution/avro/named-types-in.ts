import type { AvroNamedType, AvroType } from '../../avro/model.ts';
import { isNamed } from '../../avro/model.ts';

/** Every named type that a type leads to, itself included. */
export function namedTypesIn(root: AvroType): Set<AvroNamedType> {
  const found = new Set<AvroNamedType>();
  const open: AvroType[] = [root];
  for (let type = open.pop(); type !== undefined; type = open.pop()) {
    if (isNamed(type)) {
      if (found.has(type)) continue;
      found.add(type);
      if (type.type === 'record') for (const field of type.fields) open.push(field.type);
    } else if (type.type === 'array') open.push(type.items);
    else if (type.type === 'map') open.push(type.values);
    else if (type.type === 'union') for (const branch of type.branches) open.push(branch);
  }
  return found;
}
