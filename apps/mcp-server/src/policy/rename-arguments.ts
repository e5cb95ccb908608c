import { argumentAliases } from '../tools/aliases.ts';

/**
 * Reads arguments by the names that they had elsewhere.
 *
 * @param accepted names that the tool takes
 * @returns the arguments; what is given under both names keeps both, so that the check refuses the old one
 */
export function renameArguments(
  written: Readonly<Record<string, unknown>>,
  accepted: ReadonlySet<string>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(written).map(([name, value]) => {
      const now = accepted.has(name) ? undefined : argumentAliases.get(name);
      const isMeant = now !== undefined && accepted.has(now) && written[now] === undefined;
      return [isMeant ? now : name, value];
    }),
  );
}
