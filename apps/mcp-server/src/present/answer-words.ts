/** A value in the words of answers: names of fields in snake_case, as far as TypeScript can tell. */
export type AnswerWords<Value> = Value extends readonly (infer Item)[]
  ? AnswerWords<Item>[]
  : Value extends object
    ? {
        [Key in keyof Value as Key extends string ? Word<Key> : never]: AnswerWords<Value[Key]>;
      }
    : Value;

type Word<Name extends string> = Name extends Uppercase<Name> ? Name : SnakeCase<Name>;

type SnakeCase<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${SnakeCase<Rest>}`
  : '';

/**
 * Puts a result of a library into the words of answers: `schemaType` becomes `schema_type`, in whatever depth; `FULL` stays as it
 * is. What is undefined is left out. Only for results whose field names are ours: names that somebody else chose would be changed, too.
 */
export function answerWords<Value>(value: Value): AnswerWords<Value> {
  return convert(value) as AnswerWords<Value>;
}

function convert(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(convert);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, item]) =>
      item === undefined ? [] : [[snakeCase(name), convert(item)]],
    ),
  );
}

function snakeCase(name: string): string {
  if (name === name.toUpperCase()) return name;
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
