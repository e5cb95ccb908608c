import type { ProtoOption, ProtoOptionEntry, ProtoOptionValue } from '../protobuf/model.ts';

/** The options of a field or message with other tags: all that is said with `(confluent.…_meta)` comes in one `{ … }`. */
export function withTagOption(
  options: readonly ProtoOption[],
  option: 'field_meta' | 'message_meta',
  tags: readonly string[],
): ProtoOption[] {
  const name = `confluent.${option}`;
  const isMeta = (each: ProtoOption) =>
    each.isExtension && (each.name === name || each.name === `.${name}`);
  const entries = withTags(mergeEntries(options.filter(isMeta).flatMap(entriesOf)), tags);
  const merged: ProtoOption[] =
    entries.length === 0 ? [] : [{ name, isExtension: true, value: { kind: 'map', entries } }];
  const first = options.findIndex(isMeta);
  if (first < 0) {
    // `default` and `json_name` come last.
    const last = options.findIndex(
      ({ name: each, isExtension }) => !isExtension && isSpecial(each),
    );
    const at = last < 0 ? options.length : last;
    return [...options.slice(0, at), ...merged, ...options.slice(at)];
  }
  return options.flatMap((each, index) => {
    if (index === first) return merged;
    return isMeta(each) ? [] : [each];
  });
}

function isSpecial(name: string): boolean {
  return name === 'default' || name === 'json_name';
}

/** `(meta) = { key: value }` and `(meta).key = value` alike. */
function entriesOf({ value }: ProtoOption): readonly ProtoOptionEntry[] {
  if (value.kind === 'map') return value.entries;
  if (value.kind !== 'option') return [];
  const { name, isExtension, value: part } = value.option;
  return [{ key: isExtension ? `[${name}]` : name, value: plain(part) }];
}

/** Writes `a.b = 1` as `a: { b: 1 }`. */
function plain(value: ProtoOptionValue): ProtoOptionValue {
  if (value.kind !== 'option') return value;
  return { kind: 'map', entries: entriesOf({ name: '', isExtension: false, value }) };
}

/** Each key once, with a list of its values where it was there several times. */
function mergeEntries(entries: readonly ProtoOptionEntry[]): ProtoOptionEntry[] {
  const byKey = new Map<string, ProtoOptionValue>();
  for (const { key, value } of entries) {
    const before = byKey.get(key);
    byKey.set(key, before === undefined ? value : { kind: 'list', values: both(before, value) });
  }
  return [...byKey].map(([key, value]) => ({ key, value }));
}

function both(before: ProtoOptionValue, value: ProtoOptionValue): ProtoOptionValue[] {
  return [before, value].flatMap((each) => (each.kind === 'list' ? each.values : [each]));
}

function withTags(
  entries: readonly ProtoOptionEntry[],
  tags: readonly string[],
): ProtoOptionEntry[] {
  const byKey = new Map(entries.map(({ key, value }) => [key, value]));
  const values = tags.map((text): ProtoOptionValue => ({ kind: 'string', text }));
  if (values.length > 0) byKey.set('tags', { kind: 'list', values });
  else byKey.delete('tags');
  return [...byKey].map(([key, value]) => ({ key, value }));
}
