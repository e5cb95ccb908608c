import type { Effort } from '../../json/effort.ts';
import type { Pattern } from '../../json/pattern/pattern.ts';
import type { SchemaPlace } from '../../json/schema-place.ts';
import type { JsonObject } from '../../lossless-json/value.ts';
import type { JsonSchemaDraft } from '../../parsed-schema.ts';
import type { ValuePath, ValueProblem } from '../value-problem.ts';

/** A schema, or one inside it, made ready to be asked. */
export interface SchemaPart {
  readonly place: SchemaPlace;
  /** The answer for every value, where the schema is `true` or `false`. */
  readonly always: boolean | undefined;
  /** Those that ask what the others have spoken of come last. */
  readonly checks: readonly Check[];
  /** Whether one of the checks asks what the others have spoken of. */
  readonly needsMarks: boolean;
}

/** What one keyword, or several that belong together, demand. */
export interface Check {
  fits(value: unknown, run: Run, marks: Marks | undefined): boolean;
  /** Tells what is wrong, if anything is. */
  tell(value: unknown, telling: Telling): void;
}

/** All parts of a schema; each is made ready when it is first asked for. */
export interface SchemaParts {
  readonly root: SchemaPart;
  /** Whether the schema's draft has a keyword. */
  speaks(keyword: string): boolean;
  /** A part inside another, undefined where there is none. */
  child(place: SchemaPlace, ...steps: (string | number)[]): SchemaPart | undefined;
  /** What a reference leads to, undefined where it leads nowhere. */
  find(reference: string, from: SchemaPlace): SchemaPart | undefined;
  /**
   * What a reference leads to.
   *
   * @throws SchemaError `invalid_schema` where it leads nowhere
   */
  resolve(reference: string, from: SchemaPlace): SchemaPart;
  /** A regular expression of the schema. */
  pattern(text: string, run: Run): Pattern;
}

/** What the reader of a keyword may look at. */
export interface KeywordContext {
  readonly place: SchemaPlace;
  readonly keywords: JsonObject;
  readonly draft: JsonSchemaDraft;
  readonly parts: SchemaParts;
}

/** Which members and elements a schema has spoken of, for `unevaluatedProperties` and `unevaluatedItems`. */
export interface Marks {
  readonly properties: Set<string>;
  readonly items: Set<number>;
  /** All elements before this one. */
  itemsBefore: number;
}

/** What one check of a message keeps in mind. */
export interface Run {
  readonly effort: Effort;
  /** Levels of schemas on the way here. */
  level: number;
  /** Levels of the message on the way here. */
  depth: number;
  /** At which level of the message a schema that is referred to was last entered and not left yet. */
  readonly entered: Map<SchemaPart, number>;
  /** Answers for schemas that are referred to: without them nested choices would be tried exponentially often. */
  readonly answers: Map<SchemaPart, Map<object, boolean>>;
  /** What the question that is asked apart would be if the way became too long here. */
  halfway: Question | undefined;
  /** Which values were found to be of which schemas when that was asked apart. */
  readonly apart: Map<SchemaPart, Map<object, boolean>>;
  /** What was found to be wrong when that was asked apart. */
  readonly told: Map<SchemaPart, Map<object, Told>>;
}

/** What is asked apart because the stack does not reach as deep as a message may nest. */
export interface Question {
  readonly part: SchemaPart;
  readonly value: object;
  /** Where to tell what is wrong; undefined where it is only asked whether the value fits. */
  readonly telling?: Pick<Telling, 'path' | 'limit'>;
}

/** What is wrong with a part of a message. */
export interface Told extends Pick<Telling, 'path' | 'limit' | 'weight'> {
  readonly problems: readonly ValueProblem[];
}

/** A walk through a message that tells what is wrong with it. */
export interface Telling {
  readonly run: Run;
  readonly path: ValuePath;
  readonly problems: ValueProblem[];
  readonly limit: number;
  /** Does not look into members and elements, only weighs how many of them do not fit. */
  readonly isShallow: boolean;
  /** How far the value is from one that fits. */
  weight: number;
}
