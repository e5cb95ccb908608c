import type { AvroEnum, AvroFixed, AvroNamedType, AvroRecord } from '../../avro/model.ts';
import { alignSequences } from '../align-sequences.ts';
import type { Subject } from '../say-value.ts';
import { sayPosition, typeSubject } from '../say-value.ts';
import type { ComparedPlace, Comparison } from './avro-change.ts';
import { compareAliases, compareDocs, compareTypeProperties } from './compare-attributes.ts';
import { compareFields } from './compare-fields.ts';

/** Compares two named types of one kind that continue each other. Asked again, it does nothing. */
export function compareNamed(
  before: AvroNamedType,
  after: AvroNamedType,
  place: ComparedPlace,
  comparison: Comparison,
): void {
  if (!comparison.visit(after)) return;
  const subject = typeSubject(after.type, comparison.nameType(after));
  compareNames(before, after, place, comparison);
  compareDocs(before.doc, after.doc, place, comparison, subject);
  compareAliases(fullNames(before), fullNames(after), place, comparison, subject);
  compareTypeProperties(before, after, place, comparison, subject);
  if (before.type === 'record' && after.type === 'record') {
    compareErrorMarks(before, after, place, comparison, subject);
    compareFields(before, after, place.path, comparison);
  } else if (before.type === 'enum' && after.type === 'enum') {
    compareSymbols(before, after, place, comparison, subject);
    compareEnumDefaults(before, after, place, comparison, subject);
  } else if (before.type === 'fixed' && after.type === 'fixed') {
    compareSizes(before, after, place, comparison, subject);
  }
}

function fullNames({ aliases }: AvroNamedType): string[] {
  return aliases.map(({ fullName }) => fullName);
}

function compareNames(
  { name: old }: AvroNamedType,
  { name: next, type }: AvroNamedType,
  place: ComparedPlace,
  { report }: Comparison,
): void {
  if (old.fullName === next.fullName) return;
  const said = { before: old.fullName, after: next.fullName };
  if (old.name !== next.name) {
    const message = `The ${type} ${old.fullName} is called ${next.fullName} now.`;
    report({ ...place, kind: 'type_renamed', ...said, message });
  } else {
    const [from, to] = [old.namespace ?? 'no namespace', next.namespace ?? 'no namespace'];
    const message = `The ${type} ${next.name} moved from ${from} to ${to}.`;
    report({ ...place, kind: 'namespace_changed', ...said, message });
  }
}

function compareErrorMarks(
  before: AvroRecord,
  after: AvroRecord,
  place: ComparedPlace,
  { report }: Comparison,
  { start }: Subject,
): void {
  if (before.isError === after.isError) return;
  const [old, next] = after.isError ? ['record', 'error'] : ['error', 'record'];
  const message = `${start} is declared as ${next} now, it was ${old}.`;
  report({ ...place, kind: 'type_changed', before: old, after: next, message });
}

function compareSymbols(
  before: AvroEnum,
  after: AvroEnum,
  place: ComparedPlace,
  { report }: Comparison,
  { start, within }: Subject,
): void {
  const places = new Map(before.symbols.map((symbol, index) => [symbol, index]));
  const matches = after.symbols.map((symbol) => places.get(symbol));
  for (const element of alignSequences(before.symbols.length, matches)) {
    const old = before.symbols[element.before ?? -1];
    const next = after.symbols[element.after ?? -1];
    if (old === undefined && next !== undefined) {
      const message = `${start} has the symbol ${next} now.`;
      report({ ...place, kind: 'symbol_added', after: next, message });
    } else if (old !== undefined && next === undefined) {
      const message = `${start} has lost the symbol ${old}.`;
      report({ ...place, kind: 'symbol_removed', before: old, message });
    } else if (element.moved) {
      const [from, to] = [element.before ?? 0, element.after ?? 0];
      const where = sayPosition(after.symbols[to - 1]);
      const message = `The symbol ${next} of ${within} stands elsewhere: it comes ${where} now.`;
      const said = { before: String(from + 1), after: String(to + 1) };
      report({ ...place, kind: 'symbol_moved', ...said, message });
    }
  }
}

function compareEnumDefaults(
  { default: before }: AvroEnum,
  { default: after }: AvroEnum,
  place: ComparedPlace,
  { report }: Comparison,
  { start, within }: Subject,
): void {
  if (before === after) return;
  if (before === undefined && after !== undefined) {
    const message = `${start} has the default ${after} now, which stands for unknown symbols.`;
    report({ ...place, kind: 'enum_default_added', after, message });
  } else if (before !== undefined && after === undefined) {
    const message = `${start} has lost its default ${before}, which stood for unknown symbols.`;
    report({ ...place, kind: 'enum_default_removed', before, message });
  } else if (before !== undefined && after !== undefined) {
    const message = `The default of ${within} changed from ${before} to ${after}.`;
    report({ ...place, kind: 'enum_default_changed', before, after, message });
  }
}

function compareSizes(
  { size: before }: AvroFixed,
  { size: after }: AvroFixed,
  place: ComparedPlace,
  { report }: Comparison,
  { within }: Subject,
): void {
  if (before === after) return;
  const message = `The size of ${within} changed from ${before} to ${after} bytes.`;
  const said = { before: String(before), after: String(after) };
  report({ ...place, kind: 'fixed_size_changed', ...said, message });
}
