import type { AvroType } from '../../avro/model.ts';
import { isNamed } from '../../avro/model.ts';
import type { AvroSchema } from '../../parsed-schema.ts';
import { runInOrder } from '../run-in-order.ts';

/**
 * Where the stored text defines each named type, as JSON pointers by full name. A type that a
 * reference defines is missing, unless the text repeats it.
 */
export function definitionPointers({ root, referenceNames }: AvroSchema): Map<string, string> {
  const pointers = new Map<string, string>();
  const elsewhere = new Set(referenceNames);
  runInOrder((later) => {
    function visit(type: AvroType, pointer: string): void {
      if (type.type === 'array') later(() => visit(type.items, `${pointer}/items`));
      else if (type.type === 'map') later(() => visit(type.values, `${pointer}/values`));
      else if (type.type === 'union') {
        for (const [index, branch] of type.branches.entries()) {
          later(() => visit(branch, `${pointer}/${index}`));
        }
      } else if (isNamed(type)) {
        const { fullName } = type.name;
        if (elsewhere.has(fullName) || pointers.has(fullName)) return;
        pointers.set(fullName, pointer);
        if (type.type !== 'record') return;
        for (const { position, type: fieldType } of type.fields) {
          later(() => visit(fieldType, `${pointer}/fields/${position}/type`));
        }
      }
    }
    visit(root, '');
  });
  return pointers;
}
