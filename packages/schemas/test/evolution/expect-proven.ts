import { expect } from 'vitest';
import type {
  CompatibilityLevel,
  CompatibilityOptions,
  EvolutionPlan,
  EvolutionStep,
  ParsedSchema,
  PreviousSchema,
} from '../../src/index.ts';
import { checkCompatibility, parseSchema } from '../../src/index.ts';

/** Every level that asks for something. */
export const ASKING_LEVELS = [
  'BACKWARD',
  'BACKWARD_TRANSITIVE',
  'FORWARD',
  'FORWARD_TRANSITIVE',
  'FULL',
  'FULL_TRANSITIVE',
] as const satisfies CompatibilityLevel[];

/** What a plan was made for. */
interface Asked extends CompatibilityOptions {
  versions: readonly PreviousSchema[];
  target: ParsedSchema;
  level: CompatibilityLevel;
}

/** Registers the steps of a plan one after another, as strictly as a registry would, each read from its text alone. */
export function expectProven(
  plan: EvolutionPlan,
  { versions, target, level, policy }: Asked,
): void {
  const options = policy === undefined ? {} : { policy };
  const register = (steps: readonly EvolutionStep[]): void => {
    const registered = [...versions];
    for (const step of steps) {
      const known = [...target.references, ...versions.flatMap(({ schema }) => schema.references)];
      const references = step.references.flatMap(
        (name) => known.find((reference) => reference.name === name) ?? [],
      );
      const schema = parseSchema(target.type, step.schema, { references });
      expect(schema.text).toBe(step.schema);
      expect(registered.map((each) => each.schema.text)).not.toContain(schema.text);
      const { messages } = checkCompatibility(schema, registered, level, options);
      expect(messages, `${level}: ${step.schema}`).toEqual([]);
      const newestFirst = registered.map(({ version }) => version).sort((a, b) => b - a);
      expect(step.version).toBe((newestFirst[0] ?? 0) + 1);
      expect(step.proof).toEqual({
        level,
        compatible: true,
        versions: level.endsWith('_TRANSITIVE') ? newestFirst : newestFirst.slice(0, 1),
      });
      registered.push({ version: step.version, schema });
    }
  };
  register(plan.steps);
  register(plan.keepingData?.steps ?? []);
  const last = plan.steps.at(-1);
  expect(plan.reaches).toBe(plan.already !== undefined || last?.isTarget === true);
  if (last?.isTarget) expect(last.schema).toBe(target.text);
  expect(plan.unreachable === undefined).toBe(plan.reaches);
}
