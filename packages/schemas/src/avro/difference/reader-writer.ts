import { SchemaError } from '../../schema-error.ts';
import { describeField } from '../build-fields.ts';
import type {
  AvroEnum,
  AvroField,
  AvroFixed,
  AvroNamedType,
  AvroRecord,
  AvroType,
  AvroUnion,
} from '../model.ts';
import { isNamed } from '../model.ts';
import { aliasTexts, isPrimitiveName } from '../names.ts';
import { printAvro } from '../print.ts';
import { refuseSize } from '../refuse.ts';
import type { Incompatibility, IncompatibilityType } from './incompatibility.ts';

/** Where in the reader's schema the comparison is; the root has none. */
type Place = { parent: Place; step: string } | undefined;

/** A reason whose location is not written out yet: most are found inside unions and never told. */
interface Reason {
  type: IncompatibilityType;
  place: Place;
  message: string;
}

/** Two answers after another. Answers are shared between places, so they are only copied at the end. */
interface Joined {
  first: Findings;
  second: Findings;
}

type Findings = Reason | Joined;

/** Undefined is compatible. */
type Answer = Findings | undefined;

const PROMOTIONS: Readonly<Record<string, readonly string[]>> = {
  long: ['int'],
  float: ['int', 'long'],
  double: ['int', 'long', 'float'],
  bytes: ['string'],
  string: ['bytes'],
};

const GREATEST_EFFORT = 2_000_000;
// A record costs two, as it takes more of the stack. No schema that can be printed comes this deep,
// unless its types and those of the other form rings of different lengths.
const GREATEST_DEPTH = 1100;
const GREATEST_COUNT = 100_000;
/** Of all locations together, in UTF-16 units. */
const GREATEST_LENGTH = 20_000_000;

/**
 * Whether a reader can read everything that a writer wrote, exactly as Avro Java 1.12's
 * `SchemaCompatibility.checkReaderWriterCompatibility` decides it, reasons and their order included.
 *
 * @returns no elements where it can
 * @throws SchemaError `ambiguous_field` where a reader field matches two of the writer, and
 *   `too_large` where the schemas are too deep or too different to compare
 */
export function checkReaderWriter(reader: AvroType, writer: AvroType): Incompatibility[] {
  // Only named types can meet again, as everything else has one place in one definition.
  const answers = new Map<AvroNamedType, Map<AvroNamedType, Answer>>();
  let effort = 0;
  let depth = 0;

  function compare(a: AvroType, b: AvroType, place: Place): Answer {
    effort += 1;
    if (effort > GREATEST_EFFORT) throw refuseSize('The schemas have too many types to compare');
    if (!isNamed(a) || !isNamed(b)) return descend(a, b, place);
    const ofReader = answers.get(a) ?? new Map<AvroNamedType, Answer>();
    if (ofReader.size === 0) answers.set(a, ofReader);
    // A pair that is still being compared counts as compatible: it is undefined here as well.
    if (ofReader.has(b)) return ofReader.get(b);
    ofReader.set(b, undefined);
    const answer = descend(a, b, place);
    if (answer !== undefined) ofReader.set(b, answer);
    return answer;
  }

  function descend(a: AvroType, b: AvroType, place: Place): Answer {
    const cost = a.type === 'record' ? 2 : 1;
    depth += cost;
    if (depth > GREATEST_DEPTH) throw refuseSize('The schemas nest too deep to compare');
    const answer = calculate(a, b, place);
    depth -= cost;
    return answer;
  }

  function calculate(a: AvroType, b: AvroType, place: Place): Answer {
    if (a.type === 'array' && b.type === 'array')
      return compare(a.items, b.items, at(place, 'items'));
    if (a.type === 'map' && b.type === 'map')
      return compare(a.values, b.values, at(place, 'values'));
    if (a.type === 'fixed' && b.type === 'fixed') {
      return join(compareNames(a, b, place), compareSizes(a, b, place));
    }
    if (a.type === 'enum' && b.type === 'enum') {
      return join(compareNames(a, b, place), compareSymbols(a, b, place));
    }
    if (a.type === 'record' && b.type === 'record') {
      return join(compareNames(a, b, place), compareFields(a, b, at(place, 'fields')));
    }
    if (b.type === 'union') {
      return a.type === 'union' ? compareUnions(a, b, place) : compareToBranches(a, b, place);
    }
    if (a.type === 'union') return readsAny(a, b) ? undefined : missingBranch(b, place);
    if (a.type === b.type || PROMOTIONS[a.type]?.includes(b.type)) return undefined;
    const types = `${a.type.toUpperCase()} not compatible with writer type: ${b.type.toUpperCase()}`;
    return reason('TYPE_MISMATCH', place, `reader type: ${types}`);
  }

  // What is compared for a branch starts a place of its own, and pairs keep the place of their
  // first comparison: so do Java's.
  function readsAny(union: AvroUnion, b: AvroType): boolean {
    return union.branches.some((branch) => compare(branch, b, undefined) === undefined);
  }

  function compareUnions(a: AvroUnion, b: AvroUnion, place: Place): Answer {
    let answer: Answer;
    for (const [index, branch] of b.branches.entries()) {
      if (!readsAny(a, branch)) {
        answer = join(answer, missingBranch(branch, at(place, String(index))));
      }
    }
    return answer;
  }

  function compareToBranches(a: AvroType, b: AvroUnion, place: Place): Answer {
    let answer: Answer;
    for (const [index, branch] of b.branches.entries()) {
      answer = join(answer, compare(a, branch, at(place, String(index))));
    }
    return answer;
  }

  function compareFields(a: AvroRecord, b: AvroRecord, fields: Place): Answer {
    let answer: Answer;
    effort += a.fields.length;
    for (const field of a.fields) {
      const written = findWritten(field, b);
      const { type } = field;
      // Of a version that is read after the one before it, fields that did not change are the very same.
      if (written === field || (written !== undefined && isPlainlySame(type, written.type)))
        continue;
      const place = at(fields, String(field.position));
      if (written !== undefined) {
        answer = join(answer, compare(type, written.type, at(place, 'type')));
      } else if (field.default === undefined) {
        // Java compares an enum that has a default with the whole record, which cannot fit.
        const finding =
          type.type === 'enum' && type.default !== undefined
            ? compare(type, b, at(place, 'type'))
            : reason('READER_FIELD_MISSING_DEFAULT_VALUE', place, field.name);
        answer = join(answer, finding);
      }
    }
    return answer;
  }

  const answer = compare(reader, writer, undefined);
  return answer === undefined ? [] : tell(answer);
}

/** Whether two types are the same at first sight, as those of most fields are: primitives, or unions of them. */
function isPlainlySame(a: AvroType, b: AvroType): boolean {
  if (a.type !== b.type) return false;
  if (a.type !== 'union' || b.type !== 'union') return isPrimitiveName(a.type);
  const { branches } = b;
  return (
    a.branches.length === branches.length &&
    a.branches.every(({ type }, index) => type === branches[index]?.type && isPrimitiveName(type))
  );
}

/** The field of a writer's record that a reader's field is read from, by its name or an alias. */
export function findWritten(field: AvroField, record: AvroRecord): AvroField | undefined {
  const direct = record.fieldsByName.get(field.name);
  if (field.aliases.length === 0) return direct;
  const aliased = field.aliases.flatMap((alias) => record.fieldsByName.get(alias) ?? []);
  if (direct === undefined && aliased.length < 2) return aliased[0];
  if (aliased.length === 0) return direct;
  const which = `Reader record field ${describeField(field)}`;
  const details = `${which} matches multiple fields in writer record schema ${printAvro(record)}`;
  throw new SchemaError(
    `The field '${field.name}' matches several fields of '${record.name.fullName}', by its name and its aliases. Remove an alias.`,
    { code: 'ambiguous_field', details },
  );
}

function compareNames(a: AvroNamedType, b: AvroNamedType, place: Place): Answer {
  if (a.name.name === b.name.name) return undefined;
  if (a.aliases.length > 0 && aliasTexts(a).includes(b.name.fullName)) return undefined;
  return reason('NAME_MISMATCH', at(place, 'name'), `expected: ${b.name.fullName}`);
}

function compareSizes(a: AvroFixed, b: AvroFixed, place: Place): Answer {
  if (a.size === b.size) return undefined;
  const message = `expected: ${b.size}, found: ${a.size}`;
  return reason('FIXED_SIZE_MISMATCH', at(place, 'size'), message);
}

function compareSymbols(a: AvroEnum, b: AvroEnum, place: Place): Answer {
  if (a.default !== undefined) return undefined;
  const readable = new Set(a.symbols);
  const missing = b.symbols.filter((symbol) => !readable.has(symbol)).sort();
  if (missing.length === 0) return undefined;
  return reason('MISSING_ENUM_SYMBOLS', at(place, 'symbols'), `[${missing.join(', ')}]`);
}

function missingBranch(branch: AvroType, place: Place): Answer {
  const message = `reader union lacking writer type: ${branch.type.toUpperCase()}`;
  return reason('MISSING_UNION_BRANCH', place, message);
}

function at(parent: Place, step: string): Place {
  return { parent, step };
}

function reason(type: IncompatibilityType, place: Place, message: string): Reason {
  return { type, place, message };
}

function join(first: Answer, second: Answer): Answer {
  return first === undefined || second === undefined ? (first ?? second) : { first, second };
}

function tell(findings: Findings): Incompatibility[] {
  const told: Incompatibility[] = [];
  let length = 0;
  const left: Findings[] = [findings];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if ('first' in next) {
      left.push(next.second, next.first);
      continue;
    }
    const location = locate(next.place);
    told.push({ type: next.type, location, message: next.message });
    length += location.length;
    if (length > GREATEST_LENGTH) throw refuseSize('The schemas differ in too many ways, too deep');
    if (told.length > GREATEST_COUNT) {
      throw refuseSize(`The schemas differ in more than ${GREATEST_COUNT} ways`);
    }
  }
  return told;
}

function locate(place: Place): string {
  const steps: string[] = [];
  for (let here = place; here !== undefined; here = here.parent) steps.push(here.step);
  return `/${steps.reverse().join('/')}`;
}
