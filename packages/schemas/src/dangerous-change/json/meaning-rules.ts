import { levelsFor } from './accepting-levels.ts';
import type { JsonDangerRule } from './json-danger-rule.ts';

/** What the same data means to readers: defaults, names, drafts, tags. */
export const meaningRules: readonly JsonDangerRule[] = [
  {
    id: 'property-default-changed',
    kinds: ['default_changed'],
    severity: 'warning',
    summary: 'The default changed, and with it what readers make of data that lacks the value.',
    judge(change, { acceptanceOf, oldFacts, newFacts }) {
      const { before = '', after = '', was, is } = change;
      const [old, next] = [oldFacts(was.place)?.default, newFacts(is.place)?.default];
      if (sameNumber(old, next)) return undefined;
      return {
        message: `Readers that fill in defaults take missing values for ${after} now and took them for ${before}; a registry does not compare defaults.`,
        advice: `Keep the default ${before}, or make sure that no stored data lacks the value.`,
        acceptedAt: levelsFor(acceptanceOf(change)),
      };
    },
  },
  {
    id: 'default-does-not-fit',
    kinds: [
      'default_added',
      'default_changed',
      'constraint_added',
      'constraint_changed',
      'symbol_removed',
      'type_changed',
      'made_not_nullable',
      'content_model_changed',
    ],
    severity: 'error',
    summary:
      'The default does not fit the schema any more, so readers that use it make bad values.',
    judge(change, { acceptanceOf, newlyUnfitDefault }) {
      const reason = newlyUnfitDefault(change);
      if (reason === undefined) return undefined;
      return {
        message: `The default does not fit the schema now, and a registry does not look. ${reason}`,
        advice: 'Change the default together with what it must fit.',
        acceptedAt: levelsFor(acceptanceOf(change)),
      };
    },
  },
  {
    id: 'reference-led-elsewhere',
    kinds: ['reference_changed'],
    severity: 'warning',
    summary: 'A reference leads to another definition, which may mean something else.',
    judge(change, { acceptanceOf, isRetargeted }) {
      if (!isRetargeted(change)) return undefined;
      const { before = '', after = '' } = change;
      return {
        message: `The value is ${after} now and was ${before}. A registry compares their shape, not what they stand for; code made from the schema has another class.`,
        advice: `Keep ${before}, and add a new property for ${after}.`,
        acceptedAt: levelsFor(acceptanceOf(change)),
      };
    },
  },
  {
    id: 'draft-changed-meaning',
    kinds: ['draft_changed'],
    severity: 'error',
    summary:
      'The schema is written in another draft, in which some of its keywords mean something else.',
    judge(change, { acceptanceOf, otherMeanings }) {
      const meanings = otherMeanings();
      if (meanings.length === 0) return undefined;
      return {
        message: `With the other draft, ${meanings.join('; ')}.`,
        advice: `Keep "$schema" as it was, or rewrite these keywords in the same step.`,
        acceptedAt: levelsFor(acceptanceOf(change)),
      };
    },
  },
  {
    id: 'title-changed',
    kinds: ['doc_added', 'doc_changed', 'doc_removed'],
    severity: 'warning',
    summary: 'The title of the schema or of an object changed, by which classes are named.',
    judge(change, { acceptanceOf, newFacts }) {
      const { keyword, is, path, before = 'none', after = 'none' } = change;
      const isObject = newFacts(is.place)?.hasProperties === true;
      if (keyword !== 'title' || !isObject) return undefined;
      const isRoot = path === '';
      return {
        severity: isRoot ? 'warning' : 'info',
        message: `Code generators name classes by the title, which is ${after} now and was ${before}: code made from the older schema does not fit code made from the new one${isRoot ? ', and Kafka Connect knows the schema by that name' : ''}.`,
        advice: 'Keep the title, and write what changed into the description.',
        acceptedAt: levelsFor(acceptanceOf(change)),
      };
    },
  },
  {
    id: 'tag-removed',
    kinds: ['property_removed', 'property_changed'],
    severity: 'warning',
    summary: 'Tags went, and with them the rules that encrypt or mask what they mark.',
    judge(change, { acceptanceOf, lostTags }) {
      const lost = lostTags(change);
      if (lost.length === 0) return undefined;
      return {
        message: `Rules that go by the tag ${lost.join(', ')} do not see the value any more: it is written in the clear.`,
        advice: `Put the tag back, or check each rule of the subject that names it.`,
        acceptedAt: levelsFor(acceptanceOf(change)),
      };
    },
  },
  {
    id: 'connect-type-changed',
    kinds: ['property_added', 'property_changed', 'property_removed'],
    severity: 'error',
    summary: 'What Kafka Connect reads a value as changed, which a registry does not look at.',
    judge(change, { acceptanceOf }) {
      if (!['connect.type', 'connect.parameters'].includes(change.keyword)) return undefined;
      return {
        message: `Connectors read the same text as another type now: '${change.keyword}' is ${change.after ?? 'gone'} and was ${change.before ?? 'missing'}.`,
        advice: 'Keep it, and add a new property for the other type.',
        acceptedAt: levelsFor(acceptanceOf(change)),
      };
    },
  },
];

function sameNumber(a: unknown, b: unknown): boolean {
  const [one, other] = [a, b].map((value) =>
    typeof value === 'object' && value !== null && 'number' in value ? value.number : undefined,
  );
  if (typeof one !== 'string' || typeof other !== 'string') return false;
  const plain = [one, other].every((number) => /^-?[0-9]+$/.test(number));
  return !plain && Number(one) === Number(other);
}
