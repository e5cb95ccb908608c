import type { AvroField, AvroRecord } from '../../avro/model.ts';

/** Changes to the fields of one record, however many. */
export interface FieldEditor {
  has(name: string): boolean;
  get(name: string): AvroField | undefined;
  /** Puts fields in the place of one; none takes it out. */
  replace(name: string, fields: readonly AvroField[]): void;
  /** Puts a field behind another one, or in front. */
  insert(field: AvroField, behind: string | undefined): void;
  list(): AvroField[];
}

/** Where fields stand that come before the first one. No field has an empty name. */
const FRONT = '';

/** Starts to change the fields of a record, which is left as it is. */
export function editFields(record: AvroRecord): FieldEditor {
  // Every field has a slot of its own, so that a change costs the same in a record of any size.
  const slots = new Map<string, AvroField[]>([[FRONT, []]]);
  const slotOf = new Map<string, string>();
  for (const field of record.fields) {
    slots.set(field.name, [field]);
    slotOf.set(field.name, field.name);
  }

  function replace(name: string, fields: readonly AvroField[]): void {
    const key = slotOf.get(name);
    const slot = key === undefined ? undefined : slots.get(key);
    if (key === undefined || slot === undefined) return;
    slotOf.delete(name);
    slots.set(
      key,
      slot.flatMap((field) => (field.name === name ? fields : [field])),
    );
    for (const field of fields) slotOf.set(field.name, key);
  }

  return {
    has: (name) => slotOf.has(name),
    get: (name) => slots.get(slotOf.get(name) ?? FRONT)?.find((field) => field.name === name),
    replace,
    insert(field, behind) {
      const before = behind === undefined ? undefined : slots.get(slotOf.get(behind) ?? FRONT);
      const place = before?.find(({ name }) => name === behind);
      if (behind !== undefined && place !== undefined) replace(behind, [place, field]);
      else {
        slots.get(FRONT)?.push(field);
        slotOf.set(field.name, FRONT);
      }
    },
    list: () => [...slots.values()].flat(),
  };
}
