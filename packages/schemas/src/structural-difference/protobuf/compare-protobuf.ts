import type { TypePlace } from '../../field-walk/protobuf/outline-protobuf.ts';
import { outlineProtobuf } from '../../field-walk/protobuf/outline-protobuf.ts';
import { shortNames } from '../../field-walk/protobuf/type-in-words.ts';
import type { ProtobufSchema } from '../../parsed-schema.ts';
import { alignSequences } from '../align-sequences.ts';
import { compareEnums } from './compare-enums.ts';
import { compareExtensions } from './compare-extensions.ts';
import { compareFiles } from './compare-file.ts';
import { compareMessages } from './compare-messages.ts';
import { compareServices } from './compare-services.ts';
import { compareNames, reportRoot } from './compare-type-names.ts';
import { findMovedTypes } from './find-moved-types.ts';
import { hasComments } from './has-comments.ts';
import { matchTypes } from './match-types.ts';
import type {
  ComparedPlace,
  ComparedSchema,
  Comparison,
  ProtobufChange,
  ProtobufDifference,
} from './protobuf-change.ts';

/**
 * All changes between two Protobuf schemas: those of the file, then those of each type in the order in
 * which the newer schema leads to them, then extensions and services. Each type is compared once, so
 * the cost is linear.
 */
export function compareProtobuf(before: ProtobufSchema, after: ProtobufSchema): ProtobufDifference {
  const [old, next] = [comparedSchema(before), comparedSchema(after)];
  const changes: ProtobufChange[] = [];
  const places = [...old.outline.types.values(), ...next.outline.types.values()];
  const comparison: Comparison = {
    before: old,
    after: next,
    matches: matchTypes(typeBook(old), typeBook(next)),
    nameType: shortNames(places.map(({ entry }) => entry)),
    comments: hasComments(before.file) && hasComments(after.file),
    report: (change) => changes.push(change),
  };
  compareFiles(old.file, next.file, comparison);
  reportRoot(comparison);
  compareTypes(comparison);
  compareExtensions(comparison);
  compareServices(comparison);
  if (before.text === after.text) {
    return { changes: changes.filter(isBesideText), comparison };
  }
  if (changes.length === 0) {
    const message = 'The schema is written otherwise and means the same.';
    changes.push({ kind: 'written_otherwise', path: '', message, was: {}, is: {} });
  }
  return { changes, comparison };
}

/** Whether a change shows although the stored texts are the same: of a comment, or within an import. */
function isBesideText({ kind, was, is }: ProtobufChange): boolean {
  return kind.startsWith('doc_') || (is.entry ?? was.entry)?.importPath !== undefined;
}

function comparedSchema(schema: ProtobufSchema): ComparedSchema {
  return { schema, file: schema.file, outline: outlineProtobuf(schema) };
}

function typeBook({ file, outline }: ComparedSchema) {
  return { outline, packageName: file.packageName ?? '' };
}

function compareTypes(comparison: Comparison): void {
  const { before, after, matches } = comparison;
  const olds = [...before.outline.types.values()];
  const nexts = [...after.outline.types.values()];
  const oldPlaces = new Map(olds.map(({ entry }, index) => [entry.fullName, index]));
  const aligned = nexts.map(({ entry }) => {
    const match = matches.earlier(entry);
    return match && oldPlaces.get(match.fullName);
  });
  const moves = findMovedTypes(comparison);
  for (const element of alignSequences(olds.length, aligned)) {
    const [was, is] = [olds[element.before ?? -1], nexts[element.after ?? -1]];
    const place = {
      path: (is ?? was)?.path ?? '',
      was: { entry: was?.entry },
      is: { entry: is?.entry },
    };
    if (was && is) {
      const moved = moves.get(is.entry.fullName);
      if (moved) comparison.report({ ...place, ...moved });
      compareNames(was.entry, is.entry, place, comparison);
      compareContents(was, is, place, comparison);
    } else if (is && is.entry.importPath === undefined) {
      const message = `The ${describe(is, comparison)} is new.`;
      comparison.report({ ...place, kind: 'type_added', after: is.entry.fullName, message });
    } else if (was && was.entry.importPath === undefined) {
      const message = `The ${describe(was, comparison)} is gone.`;
      comparison.report({ ...place, kind: 'type_removed', before: was.entry.fullName, message });
    }
  }
}

function compareContents(
  was: TypePlace,
  is: TypePlace,
  place: ComparedPlace,
  comparison: Comparison,
): void {
  const [old, next] = [was.entry.type, is.entry.type];
  // The same file is imported by both.
  if (old === next) return;
  if (old.kind === 'message' && next.kind === 'message') {
    compareMessages({ ...was, message: old }, { ...is, message: next }, place, comparison);
  } else if (old.kind === 'enum' && next.kind === 'enum') {
    compareEnums(old, next, is.entry, place, comparison);
  }
}

function describe({ entry, fields }: TypePlace, { nameType }: Comparison): string {
  const { type } = entry;
  const [number, word] =
    type.kind === 'enum' ? [type.constants.length, 'symbol'] : [fields.length, 'field'];
  return `${type.kind} ${nameType(entry)} with ${number} ${word}${number === 1 ? '' : 's'}`;
}
