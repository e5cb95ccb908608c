import type { ProtoOption, ProtoOptionValue } from '../model.ts';
import { MAX_DEPTH, refuseNesting } from './limits.ts';
import { isQuote } from './read-quoted.ts';
import type { SourceReader } from './source-reader.ts';

/** The options in square brackets, if there are any. */
export function readOptions(reader: SourceReader): ProtoOption[] {
  const options: ProtoOption[] = [];
  if (!reader.takeIf('[')) return options;
  for (;;) {
    options.push(readOption(reader));
    if (reader.takeIf(']')) return options;
    if (!reader.takeIf(',')) throw reader.unexpected("Expected ',' or ']");
  }
}

/** One option: `name = value`. */
export function readOption(reader: SourceReader): ProtoOption {
  return readNamed(reader, '=', 0);
}

/** An option, or an entry of one whose value is in braces. */
function readNamed(reader: SourceReader, separator: '=' | ':', depth: number): ProtoOption {
  const opening = reader.peek();
  const name = opening === '[' ? `[${reader.name()}]` : reader.name();
  const parts: string[] = [];
  let next = reader.take();
  while (next === '.') {
    const part = reader.name({ keepBrackets: true });
    for (const each of /^[([]/.test(part) ? [part] : part.split('.')) parts.push(each);
    if (parts.length > MAX_DEPTH) throw refuseNesting('options');
    next = reader.take();
  }
  const isBlock = separator === ':' && next === '{';
  if (!isBlock && next !== separator) throw reader.unexpected(`expected '${separator}' in option`);
  const value = isBlock ? readMap(reader, depth + 1) : readValue(reader, depth + 1);
  return { name, isExtension: opening === '(', value: parts.reduceRight(partOf, value) };
}

/** `a.b = value` is a value of `a`: the option `b` with that value. */
function partOf(value: ProtoOptionValue, written: string): ProtoOptionValue {
  const isExtension = written.startsWith('(');
  const name = isExtension ? written.slice(1, -1) : written;
  return { kind: 'option', option: { name, isExtension, value } };
}

function readValue(reader: SourceReader, depth: number): ProtoOptionValue {
  if (depth > MAX_DEPTH) throw refuseNesting('options');
  const next = reader.peek();
  if (next === '{') {
    reader.take();
    return readMap(reader, depth);
  }
  if (next === '[') return readList(reader, depth);
  if (isQuote(next)) return { kind: 'string', text: reader.quoted() };
  const text = reader.word();
  if (/[-\d]/.test(next)) return { kind: 'number', text };
  return { kind: text === 'true' || text === 'false' ? 'boolean' : 'word', text };
}

function readList(reader: SourceReader, depth: number): ProtoOptionValue {
  reader.take();
  const values: ProtoOptionValue[] = [];
  while (!reader.takeIf(']')) {
    values.push(readValue(reader, depth + 1));
    if (!reader.takeIf(',') && reader.peek() !== ']')
      throw reader.unexpected("expected ',' or ']'");
  }
  return { kind: 'list', values };
}

/** What stands in braces; the opening one is read. */
function readMap(reader: SourceReader, depth: number): ProtoOptionValue {
  if (depth > MAX_DEPTH) throw refuseNesting('options');
  const drafts = new Map<string, Draft>();
  while (!reader.takeIf('}')) {
    const { name, value } = readNamed(reader, ':', depth);
    drafts.set(
      name,
      value.kind === 'option'
        ? withPart(drafts.get(name), value.option)
        : withValue(drafts.get(name), value),
    );
    if (!reader.takeIf(',')) reader.takeIf(';');
  }
  return {
    kind: 'map',
    entries: [...drafts].map(([key, draft]) => ({ key, value: asValue(draft) })),
  };
}

/** What was read of an entry so far. */
type Draft =
  | { kind: 'value'; value: ProtoOptionValue }
  | { kind: 'list'; values: ProtoOptionValue[] }
  | { kind: 'parts'; parts: Map<string, ProtoOptionValue> };

/** A key that comes again makes a list of its values. */
function withValue(draft: Draft | undefined, value: ProtoOptionValue): Draft {
  const added = value.kind === 'list' ? value.values : [value];
  if (draft === undefined) {
    return value.kind === 'list' ? { kind: 'list', values: [...added] } : { kind: 'value', value };
  }
  const list: Draft = draft.kind === 'list' ? draft : { kind: 'list', values: [asValue(draft)] };
  for (const each of added) list.values.push(each);
  return list;
}

/** Inside of braces `[a].b: 1` is `[a]: { b: 1 }`. */
function withPart(draft: Draft | undefined, { name, value }: ProtoOption): Draft {
  const parts =
    draft?.kind === 'parts'
      ? draft.parts
      : new Map(
          draft?.kind === 'value' && draft.value.kind === 'map'
            ? draft.value.entries.map((entry) => [entry.key, entry.value])
            : [],
        );
  return { kind: 'parts', parts: parts.set(name, value) };
}

function asValue(draft: Draft): ProtoOptionValue {
  if (draft.kind === 'value') return draft.value;
  if (draft.kind === 'list') return draft;
  return { kind: 'map', entries: [...draft.parts].map(([key, value]) => ({ key, value })) };
}
