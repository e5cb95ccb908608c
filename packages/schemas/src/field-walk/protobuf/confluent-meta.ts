import type { ProtoOption, ProtoOptionValue } from '../../protobuf/model.ts';
import { flattenOption } from './read-options.ts';

/** What options of `confluent/meta.proto` say of a field or a type. */
export interface ConfluentMeta {
  readonly doc: string | undefined;
  readonly tags: readonly string[];
  /** `precision` and `scale` of a decimal, for example. */
  readonly params: ReadonlyMap<string, string>;
}

/** The option of each kind of thing. */
export type MetaOption = 'field_meta' | 'message_meta' | 'enum_meta' | 'enum_value_meta';

/** Reads documentation, tags and parameters that are written as an option. */
export function readConfluentMeta(
  options: readonly ProtoOption[],
  option: MetaOption,
): ConfluentMeta {
  let doc: string | undefined;
  const tags: string[] = [];
  const params = new Map<string, string>();

  function take(key: string, value: ProtoOptionValue): void {
    if (key === 'doc') doc = textOf(value) ?? doc;
    else if (key === 'tags') {
      for (const tag of each(value)) if (tag.kind === 'string') tags.push(tag.text);
    } else if (key === 'params') {
      for (const param of each(value)) {
        if (param.kind !== 'map') continue;
        const [name, text] = [partOf(param.entries, 'key'), partOf(param.entries, 'value')];
        if (name !== undefined) params.set(name, text ?? '');
      }
    }
  }

  const names = [`(confluent.${option})`, `(.confluent.${option})`];
  for (const { key, value } of options.map(flattenOption)) {
    const name = names.find((each) => key === each || key.startsWith(`${each}.`));
    if (name === undefined) continue;
    if (key !== name) take(key.slice(name.length + 1), value);
    else if (value.kind === 'map') for (const entry of value.entries) take(entry.key, entry.value);
  }
  return { doc, tags, params };
}

function each(value: ProtoOptionValue): readonly ProtoOptionValue[] {
  return value.kind === 'list' ? value.values : [value];
}

function textOf(value: ProtoOptionValue): string | undefined {
  return value.kind === 'string' ? value.text : undefined;
}

function partOf(
  entries: readonly { readonly key: string; readonly value: ProtoOptionValue }[],
  key: string,
): string | undefined {
  const found = entries.find((entry) => entry.key === key);
  return found && textOf(found.value);
}
