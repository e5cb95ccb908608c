import { isSchemaError, parseSchema, type ReferencedSchema, resolveSchema } from '@srkit/schemas';
import type { SeedStep } from './plan-seed.ts';

/**
 * Writes everything that an Avro file names in other files into its own schema. A text that cannot be read comes back as it
 * is, for the registry to refuse.
 *
 * @param steps all steps, among them those that the file needs
 */
export function inlineReferences(step: SeedStep, steps: readonly SeedStep[]): string {
  const byPath = new Map(steps.map((each) => [each.file.path, each]));
  const references = new Map<string, ReferencedSchema>();
  collect(step);
  try {
    const schema = parseSchema('AVRO', step.file.text, { references: [...references.values()] });
    return resolveSchema(schema);
  } catch (error) {
    if (isSchemaError(error)) return step.file.text;
    throw error;
  }

  function collect({ needs }: SeedStep): void {
    for (const { name, path } of needs) {
      const needed = byPath.get(path);
      if (!needed || references.has(path)) continue;
      collect(needed);
      references.set(path, { name, text: needed.file.text });
    }
  }
}
