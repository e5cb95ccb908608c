import type { ProtoEnum } from '../../protobuf/model.ts';
import type { TypeEntry } from '../../protobuf/type-table.ts';
import { alignSequences } from '../align-sequences.ts';
import type { Subject } from '../say-value.ts';
import { sayPosition, typeSubject } from '../say-value.ts';
import { compareDocs } from './compare-docs.ts';
import { compareOptions } from './compare-options.ts';
import { compareReserved } from './compare-reserved.ts';
import { matchNumbered } from './match-numbered.ts';
import type { ComparedPlace, Comparison } from './protobuf-change.ts';

/** Compares two enums that continue each other. */
export function compareEnums(
  before: ProtoEnum,
  after: ProtoEnum,
  entry: TypeEntry,
  place: ComparedPlace,
  comparison: Comparison,
): void {
  const subject = typeSubject('enum', comparison.nameType(entry));
  compareDocs(before.doc, after.doc, place, comparison, subject);
  compareOptions(before.options, after.options, place, comparison, subject);
  compareReserved(before.reserved, after.reserved, place, comparison, subject);
  compareConstants(before, after, place, comparison, subject);
}

function compareConstants(
  before: ProtoEnum,
  after: ProtoEnum,
  place: ComparedPlace,
  comparison: Comparison,
  { start, within }: Subject,
): void {
  const { report } = comparison;
  const matches = matchNumbered(before.constants, after.constants);
  for (const element of alignSequences(before.constants.length, matches)) {
    const old = before.constants[element.before ?? -1];
    const next = after.constants[element.after ?? -1];
    const here = {
      path: place.path,
      was: { ...place.was, constant: old },
      is: { ...place.is, constant: next },
    };
    if (old === undefined && next !== undefined) {
      const message = `${start} has the symbol ${next.name} now, with the number ${next.number}.`;
      report({ ...here, kind: 'symbol_added', after: next.name, message });
    } else if (old !== undefined && next === undefined) {
      const message = `${start} has lost the symbol ${old.name}, which had the number ${old.number}.`;
      report({ ...here, kind: 'symbol_removed', before: old.name, message });
    } else if (old !== undefined && next !== undefined) {
      if (old.name !== next.name) {
        const said = { before: old.name, after: next.name };
        const message = `The symbol ${old.number} of ${within} is called ${next.name} now, it was ${old.name}.`;
        report({ ...here, kind: 'symbol_renamed', ...said, message });
      }
      if (old.number !== next.number) {
        const said = { before: String(old.number), after: String(next.number) };
        const message = `The number of the symbol ${next.name} of ${within} changed from ${old.number} to ${next.number}.`;
        report({ ...here, kind: 'number_changed', ...said, message });
      }
      if (element.moved) {
        const [from, to] = [element.before ?? 0, element.after ?? 0];
        const where = sayPosition(after.constants[to - 1]?.name);
        const message = `The symbol ${next.name} of ${within} stands elsewhere: it comes ${where} now.`;
        const said = { before: String(from + 1), after: String(to + 1) };
        report({ ...here, kind: 'symbol_moved', ...said, message });
      }
      const subject = {
        start: `The symbol ${next.name} of ${within}`,
        within: `the symbol ${next.name} of ${within}`,
      };
      compareDocs(old.doc, next.doc, here, comparison, subject);
      compareOptions(old.options, next.options, here, comparison, subject);
    }
  }
}
