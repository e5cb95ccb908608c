import type { JsonNumber } from '../../lossless-json/value.ts';

/** How a combination takes a value: with all of its parts, at least one, or exactly one. */
export type Criterion = 'allOf' | 'anyOf' | 'oneOf';

/** A schema inside another one, which is only read when it is asked for. */
export interface Subschema {
  /** What it says; always the same object. */
  load(): SchemaModel;
  /** Whether `default` stands right there, so beside a `$ref` and not behind it. */
  readonly hasDefault: boolean;
}

/** Takes everything: `{}`, `true`, and a schema that only describes. */
export interface AnythingSchema {
  readonly kind: 'anything';
}

/** Takes nothing: `false`. */
export interface NothingSchema {
  readonly kind: 'nothing';
}

/** A type without keywords, and `if`, of which nothing is compared. */
export interface PlainSchema {
  readonly kind: 'boolean' | 'null' | 'condition';
}

/** A `$ref`, of which a comparison follows one at a time. */
export interface ReferenceSchema {
  readonly kind: 'reference';
  readonly target: Subschema;
}

/** Text, or keywords of texts without a type. */
export interface StringSchema {
  readonly kind: 'string';
  readonly maxLength: JsonNumber | undefined;
  readonly minLength: JsonNumber | undefined;
  readonly pattern: string | undefined;
}

/** A number, or keywords of numbers without a type. */
export interface NumberSchema {
  readonly kind: 'number';
  readonly integer: boolean;
  readonly maximum: JsonNumber | undefined;
  readonly minimum: JsonNumber | undefined;
  readonly exclusiveMaximum: JsonNumber | undefined;
  readonly exclusiveMinimum: JsonNumber | undefined;
  readonly multipleOf: JsonNumber | undefined;
}

/** The values of an `enum`, each as text in which equal values are equal. */
export interface EnumSchema {
  readonly kind: 'enum';
  readonly values: ReadonlySet<string>;
}

/** The value of a `const`, as text in which equal values are equal. */
export interface ConstSchema {
  readonly kind: 'const';
  readonly value: string;
}

/** The schema of a `not`. */
export interface NotSchema {
  readonly kind: 'not';
  readonly schema: Subschema;
}

/** Several schemas for one value. */
export interface CombinedSchema {
  readonly kind: 'combined';
  readonly criterion: Criterion;
  readonly parts: readonly Subschema[];
}

/** What may stand beside what is named: everything, nothing, or what fits a schema. */
export type Rest = boolean | Subschema;

/** An array, or keywords of arrays without a type. */
export interface ArraySchema {
  readonly kind: 'array';
  /** Of all elements; of those behind a tuple it is `additionalItems`. */
  readonly items: Subschema | undefined;
  readonly tuple: readonly Subschema[];
  readonly additionalItems: Rest;
  readonly unevaluatedItems: Rest;
  readonly maxItems: JsonNumber | undefined;
  readonly minItems: JsonNumber | undefined;
  readonly uniqueItems: boolean;
  readonly maxContains: JsonNumber | undefined;
  readonly minContains: JsonNumber | undefined;
}

/** An object, or keywords of objects without a type. */
export interface ObjectSchema {
  readonly kind: 'object';
  readonly properties: ReadonlyMap<string, Subschema>;
  readonly patternProperties: ReadonlyMap<string, Subschema>;
  readonly additionalProperties: Rest;
  readonly unevaluatedProperties: Rest;
  readonly required: ReadonlySet<string>;
  readonly maxProperties: JsonNumber | undefined;
  readonly minProperties: JsonNumber | undefined;
  /** What must be there as well where a property is there. */
  readonly requiredWith: ReadonlyMap<string, ReadonlySet<string>>;
  /** What the object must fit as well where a property is there. */
  readonly schemaWith: ReadonlyMap<string, Subschema>;
}

/** A schema as it is compared. What a comparison does not look at is left out. */
export type SchemaModel =
  | AnythingSchema
  | NothingSchema
  | PlainSchema
  | ReferenceSchema
  | StringSchema
  | NumberSchema
  | EnumSchema
  | ConstSchema
  | NotSchema
  | CombinedSchema
  | ArraySchema
  | ObjectSchema;
