import type { AvroRecord, AvroType } from '../avro/model.ts';
import { parseAvro } from '../avro/parse.ts';
import { inlineTags } from '../field-walk/find-tags.ts';
import { runInOrder } from '../field-walk/run-in-order.ts';
import { parseLosslessJson } from '../lossless-json/parse.ts';
import { printLosslessJson } from '../lossless-json/print.ts';
import type { JsonObject, JsonValue } from '../lossless-json/value.ts';
import { isJsonArray, isJsonObject } from '../lossless-json/value.ts';
import type { AvroSchema } from '../parsed-schema.ts';
import { collectTags } from './tag-collector.ts';
import type { TagPlaces } from './tag-places.ts';
import type { TaggedEntity } from './tagged-entity.ts';
import { normalizedPath } from './tagged-entity.ts';
import { withJsonTags } from './write-json-tags.ts';

const GREATEST_DEPTH = 1000;

/** The tagged records and fields of an Avro schema, those of its references too, each record where it is first used. */
export function findAvroTags({ root }: AvroSchema): readonly TaggedEntity[] {
  const collector = collectTags();
  const seen = new Set<AvroRecord>();
  runInOrder((later) => {
    function visit(type: AvroType): void {
      if (type.type === 'array') later(() => visit(type.items));
      else if (type.type === 'map') later(() => visit(type.values));
      else if (type.type === 'union') {
        for (const branch of type.branches) later(() => visit(branch));
      } else if (type.type === 'record' && !seen.has(type)) {
        seen.add(type);
        const { fullName } = type.name;
        collector.take(fullName, 'sr_record', inlineTags(type.properties));
        for (const field of type.fields) {
          later(() => {
            collector.take(`${fullName}.${field.name}`, 'sr_field', inlineTags(field.properties));
            visit(field.type);
          });
        }
      }
    }
    visit(root);
  });
  return collector.found;
}

/** Where tags stand in an Avro schema's own text; a record is found by its full name, or else by its bare one. */
export function avroTagPlaces(schema: AvroSchema): TagPlaces<JsonObject> {
  const json = parseLosslessJson(schema.text, { maxDepth: GREATEST_DEPTH });
  const byFullName = new Map<string, JsonObject>();
  const byName = new Map<string, JsonObject>();
  const fields = new Map<JsonObject, ReadonlyMap<string, JsonObject>>();
  indexRecords(json, undefined, (record, fullName) => {
    byFullName.set(fullName, record);
    const name = fullName.slice(fullName.lastIndexOf('.') + 1);
    if (!byName.has(name)) byName.set(name, record);
  });

  function fieldsOf(record: JsonObject): ReadonlyMap<string, JsonObject> {
    const known = fields.get(record);
    if (known !== undefined) return known;
    const named = new Map<string, JsonObject>();
    for (const field of writtenFields(record)) named.set(String(field.get('name')), field);
    fields.set(record, named);
    return named;
  }

  const recordOf = (name: string) => byFullName.get(name) ?? byName.get(name);
  return {
    find({ entityPath, entityType }) {
      const path = normalizedPath(entityPath);
      if (entityType === 'sr_record') return recordOf(path);
      const dot = path.lastIndexOf('.');
      const record = recordOf(path.slice(0, Math.max(dot, 0)));
      return record && fieldsOf(record).get(path.slice(dot + 1));
    },
    tagsAt: inlineTags,
    print(tags) {
      const text = printLosslessJson(withJsonTags(json, tags));
      return parseAvro(text, { references: schema.references, validation: 'stored' }).text;
    },
  };
}

/** Tells of every record that is written in full in a stored text. */
function indexRecords(
  json: JsonValue,
  around: string | undefined,
  tell: (record: JsonObject, fullName: string) => void,
): void {
  if (isJsonArray(json)) for (const branch of json) indexRecords(branch, around, tell);
  if (!isJsonObject(json)) return;
  const kind = json.get('type');
  if (kind === 'array') indexRecords(json.get('items') ?? null, around, tell);
  if (kind === 'map') indexRecords(json.get('values') ?? null, around, tell);
  if (kind !== 'record' && kind !== 'error') return;
  const namespace = String(json.get('namespace') ?? around ?? '');
  const name = String(json.get('name'));
  const fullName = namespace === '' ? name : `${namespace}.${name}`;
  tell(json, fullName);
  for (const field of writtenFields(json))
    indexRecords(field.get('type') ?? null, namespace === '' ? undefined : namespace, tell);
}

function writtenFields(record: JsonObject): JsonObject[] {
  const fields = record.get('fields');
  return isJsonArray(fields) ? fields.filter(isJsonObject) : [];
}
