import type { AvroField, AvroNamedType, AvroType } from '../../avro/model.ts';
import { isNamed } from '../../avro/model.ts';
import { fitsDefault } from '../../avro/validate-default.ts';
import { reads } from './find-obstacles.ts';
import { freeName } from './free-name.ts';
import type { NearestWork } from './nearest-work.ts';
import type { AvroObstacle } from './obstacle.ts';
import { sayField, sayType } from './say-parts.ts';
import { zeroValue } from './zero-value.ts';

/** Lets a field keep its type, and puts the new type beside it under another name. */
export function retypeField(
  { old, next }: Extract<AvroObstacle, { kind: 'field_retyped' }>,
  work: NearestWork,
): void {
  const { editor, reasons, kept, backward, forward } = work;
  const { record, field } = next;
  const name = sayField({ record, field: old.field });
  const was = sayType(old.field.type);
  const key = `${record.name.fullName}/${field.name}`;
  if (kept.has(key)) {
    // Earlier versions do not agree on its type: without the field, none of it is read.
    if (!forward) editor.fieldsOf(record).replace(field.name, []);
    return;
  }
  // A type that takes all the new values may simply stay.
  if (!forward && reads('forward', old.field.type, field.type)) {
    const fallback = [field.default, old.field.default].find(
      (value) => value !== undefined && fitsDefault(old.field.type, value),
    );
    const widest: AvroField = { ...field, type: old.field.type, default: fallback };
    editor.fieldsOf(record).replace(field.name, [widest]);
    const reason = `Leaves ${name} at its type ${was}, which takes all values of ${sayType(field.type)} and reads older data.`;
    reasons.set(`type ${name}`, reason);
    return;
  }
  const fields = editor.fieldsOf(record);
  const taken = (other: string): boolean => fields.has(other) || old.record.fieldsByName.has(other);
  const beside = freeName(field.name, taken);
  const value = field.default ?? zeroValue(field.type);
  if (beside === undefined || (backward && value === undefined)) return;
  const renamed = new Map<AvroNamedType, string>();
  for (const clash of clashesOf(old.field.type, field.type)) {
    const free = freeName(clash.name.name, (other) => work.names.has(other));
    if (free === undefined) return;
    const { namespace } = clash.name;
    const fullName = namespace === undefined ? free : `${namespace}.${free}`;
    editor.renameType(clash, { name: free, namespace, fullName });
    renamed.set(clash, free);
  }
  const keptField: AvroField = old.field;
  const besideField: AvroField = { ...field, name: beside, aliases: [], default: value };
  const isThere = old.field.name !== field.name && fields.has(old.field.name);
  fields.replace(field.name, isThere ? [besideField] : [keptField, besideField]);
  kept.add(`${record.name.fullName}/${old.field.name}`);
  const is = sayType(field.type, renamed);
  const reason = `Keeps ${name} as ${was}, and adds '${beside}' as ${is} beside it: the two types do not read each other. Fill both until nobody reads '${old.field.name}' any more.`;
  reasons.set(`beside ${name}`, reason);
}

/** Named types that both types mention, under one name, and that are not the same. */
function clashesOf(old: AvroType, next: AvroType): AvroNamedType[] {
  const olds = new Map(mentioned(old).map((type) => [type.name.fullName, type]));
  return mentioned(next).filter((type) => {
    const other = olds.get(type.name.fullName);
    if (other === undefined || (type.type === 'record' && other.type === 'record')) return false;
    return !reads('backward', other, type) || !reads('forward', other, type);
  });
}

function mentioned(type: AvroType): AvroNamedType[] {
  if (isNamed(type)) return [type];
  if (type.type === 'array') return mentioned(type.items);
  if (type.type === 'map') return mentioned(type.values);
  return type.type === 'union' ? type.branches.flatMap(mentioned) : [];
}
