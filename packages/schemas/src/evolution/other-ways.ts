import type { CompatibilityLevel } from '../compatibility/difference.ts';
import type { PreviousSchema } from '../compatibility.ts';
import type { ParsedSchema } from '../parsed-schema.ts';
import { compareOneWay, compareVersion } from './compare-version.ts';
import type { OtherWay } from './evolution-plan.ts';
import { levelVerdicts } from './level-verdicts.ts';
import type { Prover } from './prover.ts';
import { createProver } from './prover.ts';
import { sayVersions } from './tell-rollout.ts';

const LENIENT =
  "Set compatibilityPolicy to LENIENT in the subject's configuration: it takes the target as it is, as properties may then come and go although the schema is open or closed. Older data can have other values under the same names.";

const OWN_FILE =
  'Put the new messages into a file of their own, register that under a subject of its own, and import it: a registry compares only the messages that stand in the file itself, and those of imported files where fields use them.';

/** Levels that ask for something; the strictest first. */
const LEVELS = [
  'FULL_TRANSITIVE',
  'FULL',
  'BACKWARD_TRANSITIVE',
  'FORWARD_TRANSITIVE',
  'BACKWARD',
  'FORWARD',
] as const satisfies CompatibilityLevel[];

/**
 * What else would do for a target that does not pass: a level that takes it, a subject of its own, a
 * compatibility group, or no check for once.
 *
 * @param earlier the newest first
 */
export function otherWays(
  target: ParsedSchema,
  earlier: readonly PreviousSchema[],
  prover: Prover,
): OtherWay[] {
  const { level, options } = prover;
  const { policy } = options;
  const comparisons = earlier.map((version) =>
    compareVersion(target, version, policy === undefined ? {} : { policy }),
  );
  const verdicts = levelVerdicts(comparisons);
  const taking = LEVELS.find((each) => each !== level && verdicts[each] === 'accepted');
  const unreadable = comparisons.filter(({ backward }) => backward.verdict !== 'accepted');
  const cost =
    unreadable.length === 0
      ? 'It reads the data of all versions.'
      : `It cannot read the data of ${sayVersions(unreadable.map(({ version }) => version))}: consumers have to have read it, or it has to be deleted.`;
  return [
    ...(taking === undefined
      ? []
      : [{ kind: 'other_level' as const, message: sayOtherLevel(taking, level) }]),
    ...(takesLeniently(target, earlier, prover)
      ? [{ kind: 'lenient_policy' as const, message: LENIENT }]
      : []),
    ...(needsNewMessages(target, earlier, prover)
      ? [{ kind: 'own_file' as const, message: OWN_FILE }]
      : []),
    {
      kind: 'new_subject',
      message:
        'Register it under a new subject, for a new topic. Write to both until every consumer has moved, then stop the old one. No data has to be read across the break.',
    },
    {
      kind: 'compatibility_group',
      message: `Set compatibilityGroup in the subject's configuration, for example to major_version, and register it with another value of that property in its metadata: only versions with the same value are compared. Migration rules can translate between the two. ${cost}`,
    },
    {
      kind: 'level_none_once',
      message: `Set the subject's level to NONE, register it, and set the level back to ${level} at once. Nothing is checked then. ${cost}`,
    },
  ];
}

/** Whether a registry would take a JSON Schema if its policy were more lenient. */
function takesLeniently(
  target: ParsedSchema,
  earlier: readonly PreviousSchema[],
  { level, options }: Prover,
): boolean {
  if (target.type !== 'JSON' || options.policy === 'LENIENT') return false;
  return createProver(level, earlier, { ...options, policy: 'LENIENT' }).accepts(target, earlier);
}

/** Whether a Protobuf target has messages that readers of the newest version do not know, and must. */
function needsNewMessages(
  target: ParsedSchema,
  earlier: readonly PreviousSchema[],
  { level }: Prover,
): boolean {
  const [newest] = earlier;
  if (target.type !== 'PROTOBUF' || newest === undefined || level.startsWith('BACKWARD')) {
    return false;
  }
  const { differences } = compareOneWay(target, newest, 'forward', {});
  return differences.some(({ type }) => type === 'MESSAGE_REMOVED');
}

function sayOtherLevel(taking: CompatibilityLevel, level: CompatibilityLevel): string {
  const order = taking.startsWith('FULL')
    ? 'Then consumers and producers can be upgraded in any order'
    : taking.startsWith('BACKWARD')
      ? 'Then consumers have to be upgraded before producers'
      : 'Then producers have to be upgraded before consumers';
  return `The level ${taking} takes it as it is: set it for the subject instead of ${level}. ${order}, and so they have to be from then on.`;
}
