import type { AvroRecord } from '../../avro/model.ts';
import type { Direction } from '../../compatibility/difference.ts';
import type { AvroSchema } from '../../parsed-schema.ts';
import type { NearestDraft, NearestGoal } from '../draft.ts';
import { mergeReferences } from '../merge-references.ts';
import { editAvro } from './edit-avro.ts';
import { findObstacles, reads } from './find-obstacles.ts';
import { namedTypesIn } from './named-types-in.ts';
import type { NearestWork } from './nearest-work.ts';
import type { AvroObstacle, PlacedField } from './obstacle.ts';
import { retypeField } from './retype-field.ts';
import { sayDefault, sayField } from './say-parts.ts';
import { widenRoot } from './widen-root.ts';
import { zeroValue } from './zero-value.ts';

/** How often one version may need more changes: each may uncover the next. */
const MOST_ROUNDS = 5;
/** In characters of the schemas that are changed. */
const GREATEST_EFFORT = 2_000_000;

/**
 * Changes a target as little as is needed for it to fit earlier versions that cannot be changed any
 * more: what they need is kept, and what clashes with them comes under another name.
 *
 * @returns undefined where that leads nowhere
 */
export function nearestAvro({
  target,
  versions,
  directions,
}: NearestGoal<AvroSchema>): NearestDraft | undefined {
  const reasons = new Map<string, string>();
  const kept = new Set<string>();
  let effort = 0;
  let schema = target;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = schema;
    for (const version of versions) {
      if (directions.every((direction) => reads(direction, version.root, schema.root))) continue;
      effort += schema.text.length + version.text.length;
      if (effort > GREATEST_EFFORT) return undefined;
      const changed = bringNearer(schema, version, directions, reasons, kept);
      if (changed === undefined) return undefined;
      schema = changed;
    }
    if (schema === before) break;
  }
  const afterwards = withoutKept(schema, kept);
  return {
    draft: { schema, reasons },
    ...(afterwards !== undefined && { afterwards }),
  };
}

function bringNearer(
  schema: AvroSchema,
  version: AvroSchema,
  directions: readonly Direction[],
  reasons: Map<string, string>,
  kept: Set<string>,
): AvroSchema | undefined {
  const work: NearestWork = {
    backward: directions.includes('backward'),
    forward: directions.includes('forward'),
    reasons,
    kept,
    editor: editAvro(schema),
    names: new Set([...namedTypesIn(schema.root)].map(({ name }) => name.name)),
  };
  for (const obstacle of findObstacles(version, schema, { directions, oldCanChange: false })) {
    giveWay(obstacle, work);
  }
  return work.editor.finish(mergeReferences(schema, version));
}

function giveWay(obstacle: AvroObstacle, work: NearestWork): void {
  const { editor, reasons, backward, forward } = work;
  switch (obstacle.kind) {
    case 'field_added':
      giveDefault(obstacle.next, work);
      return;
    case 'field_removed':
      keepField(obstacle.old, obstacle.inRecord, work);
      return;
    case 'field_renamed': {
      const { old, next } = obstacle;
      if (forward && old.field.default === undefined) {
        keepField(old, next.record, work);
        if (backward && next.field.default === undefined) giveDefault(next, work);
        return;
      }
      if (!backward || next.field.aliases.includes(old.field.name)) return;
      editor.addFieldAlias(next.record, next.field.name, old.field.name);
      const name = sayField(next);
      const reason = `Gives ${name} the alias '${old.field.name}', its name so far, so that it is read from older data. The alias has to stay.`;
      reasons.set(`alias ${name}`, reason);
      return;
    }
    case 'field_retyped':
      retypeField(obstacle, work);
      return;
    case 'type_renamed': {
      const { old, next } = obstacle;
      if (forward) {
        editor.renameType(next, old.name);
        const reason = `Leaves ${next.type} ${next.name.name} under its name so far, ${old.name.fullName}: readers of earlier versions do not know the new one.`;
        reasons.set(`name ${old.name.fullName}`, reason);
        return;
      }
      editor.addTypeAlias(next, old.name);
      const reason = `Gives ${next.type} ${next.name.name} the alias ${old.name.fullName}, its name so far. The alias has to stay.`;
      reasons.set(`alias ${next.name.fullName}`, reason);
      return;
    }
    case 'symbols_changed': {
      const { next, removed } = obstacle;
      editor.setSymbols(next, [...next.symbols, ...removed]);
      const reason = `Keeps ${removed.length === 1 ? 'the symbol' : 'the symbols'} ${removed.slice(0, 20).join(', ')}${removed.length > 20 ? ', …' : ''} of enum ${next.name.name}, as older data has ${removed.length === 1 ? 'it' : 'them'}. Or give the enum a default, as which they are read.`;
      reasons.set(`symbols ${next.name.fullName}`, reason);
      return;
    }
    case 'rigid':
      widenRoot(obstacle, work);
      return;
  }
}

function giveDefault({ record, field }: PlacedField, { editor, reasons }: NearestWork): void {
  const value = zeroValue(field.type);
  if (value === undefined) return;
  editor.setDefault(record, field.name, value);
  const name = sayField({ record, field });
  const reason = `Gives ${name} ${sayDefault(value)}, as data of earlier versions has no such field. Choose one that means "not known" if there is a better one.`;
  reasons.set(`default ${name}`, reason);
}

/** Keeps a field that readers of an earlier version cannot do without. */
function keepField(old: PlacedField, record: AvroRecord, { editor, reasons }: NearestWork): void {
  const fields = editor.fieldsOf(record);
  const before = old.record.fields.slice(0, old.field.position);
  fields.insert(old.field, before.findLast(({ name }) => fields.has(name))?.name);
  const name = sayField({ record, field: old.field });
  const reason = `Keeps ${name}: readers of earlier versions need it, as it had no default there.`;
  reasons.set(`keep ${name}`, reason);
}

/** The schema without the fields that stand beside new ones. */
function withoutKept(schema: AvroSchema, kept: ReadonlySet<string>): NearestDraft['afterwards'] {
  if (kept.size === 0) return undefined;
  const editor = editAvro(schema);
  const reasons = new Map<string, string>();
  for (const record of namedTypesIn(schema.root)) {
    if (record.type !== 'record') continue;
    for (const field of record.fields) {
      if (!kept.has(`${record.name.fullName}/${field.name}`)) continue;
      editor.fieldsOf(record).replace(field.name, []);
      const name = sayField({ record, field });
      reasons.set(`drop ${name}`, `Drops ${name}, which nobody reads any more.`);
    }
  }
  const changed = reasons.size === 0 ? undefined : editor.finish(schema.references);
  return changed && { schema: changed, reasons };
}
