import { membersOf } from '../../field-walk/json/schema-links.ts';
import { problemOfPattern } from '../../json/java-pattern.ts';
import { isJsonObject } from '../../lossless-json/value.ts';
import { shorten } from '../../structural-difference/say-value.ts';
import type { JsonLintRule, LintedJson } from './json-lint-rule.ts';
import { couldBeSlow } from './slow-pattern.ts';

/** Longer expressions are not looked into. */
const LONGEST = 5000;

/** Regular expressions. */
export const patternRules: readonly JsonLintRule[] = [
  {
    id: 'pattern-invalid',
    group: 'structure',
    severity: 'error',
    summary: 'A pattern is a regular expression that Java and JavaScript read.',
    *check(linted) {
      for (const { path, pattern } of patternsOf(linted)) {
        const problem = problemOfPattern(pattern);
        const reader = problem === undefined ? 'JavaScript' : 'Java';
        if (problem === undefined && isJavaScript(pattern)) continue;
        yield {
          path,
          message: `${reader} does not read the pattern '${shorten(pattern)}'.`,
          suggestion: 'Write it in what both have: classes, groups, repetitions and anchors.',
        };
      }
    },
  },
  {
    id: 'pattern-slow',
    group: 'structure',
    severity: 'warning',
    summary:
      'A pattern holds no repetition of a repetition, which texts can be made for that take hours.',
    *check(linted) {
      for (const { path, pattern } of patternsOf(linted)) {
        if (!couldBeSlow(pattern)) continue;
        yield {
          path,
          message: `The pattern '${shorten(pattern)}' repeats what is repeated already: a validator that tries all ways needs time that doubles with each character of a text that does not fit.`,
          suggestion: 'Repeat once: (a+)+ is a+.',
        };
      }
    },
  },
  {
    id: 'pattern-not-anchored',
    group: 'structure',
    severity: 'info',
    summary: 'A pattern says whether it is about the whole text.',
    *check({ outline }) {
      for (const { path, place } of outline.values) {
        const pattern = membersOf(place).get('pattern');
        if (typeof pattern !== 'string' || /\^|\$|\\[AZzbB]/.test(pattern)) continue;
        if (pattern.length > LONGEST || /^(\(\?[a-z]+\))?\.[*+]?$/.test(pattern)) continue;
        yield {
          path,
          message: `The pattern '${shorten(pattern)}' fits every text that holds it anywhere, not only texts of this form.`,
          suggestion: `"pattern": ${shorten(JSON.stringify(`^${pattern.includes('|') ? `(?:${pattern})` : pattern}$`))}`,
        };
      }
    },
  },
];

function* patternsOf({ outline }: LintedJson): Iterable<{ path: string; pattern: string }> {
  const seen = new Set<string>();
  for (const { path, place } of outline.values) {
    const members = membersOf(place);
    const named = members.get('patternProperties');
    const written = [members.get('pattern'), ...(isJsonObject(named) ? named.keys() : [])];
    for (const pattern of written) {
      if (typeof pattern !== 'string' || pattern.length > LONGEST || seen.has(pattern)) continue;
      seen.add(pattern);
      yield { path, pattern };
    }
  }
}

function isJavaScript(pattern: string): boolean {
  for (const flags of ['u', '']) {
    try {
      new RegExp(pattern, flags);
      return true;
    } catch {
      // Many patterns are read only without the flag.
    }
  }
  return false;
}
