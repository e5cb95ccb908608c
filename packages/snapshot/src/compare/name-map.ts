import { isQualified, parseQualifiedName, qualifiedName } from '@srkit/registry-protocol';
import { referencedSubject } from '../referenced-subject.ts';
import type { NamePair } from './comparison.ts';

/**
 * Which names of the source stand for which of the target. One to one in both directions: a name that another one is compared
 * with has no counterpart of its own.
 */
export interface NameMap {
  /** Whether every name stands for itself. */
  readonly isIdentity: boolean;
  /** Of a context; undefined where it has no counterpart. */
  contextInTarget(context: string): string | undefined;
  contextInSource(context: string): string | undefined;
  /** Of a qualified subject; undefined where it has no counterpart. */
  inTarget(subject: string): string | undefined;
  inSource(subject: string): string | undefined;
  /**
   * How a reference of the source is written in the target, so that it leads to the counterpart.
   *
   * @param written the subject, as the reference names it
   * @param at the contexts of the version that refers, and of its counterpart
   */
  referenceInTarget(written: string, at: NamePair): string | undefined;
}

/**
 * Makes the map of names that are compared under other names.
 *
 * @param contexts and `subjects` each name at most once on either side
 */
export function createNameMap(
  contexts: readonly NamePair[],
  subjects: readonly NamePair[] = [],
): NameMap {
  const ofContexts = createPairMap(contexts, (name) => name);
  const contextInTarget = ofContexts.forward;
  const ofSubjects = createPairMap(
    subjects,
    (name) => moved(name, ofContexts.forward),
    (name) => moved(name, ofContexts.back),
  );
  const isIdentity = [...contexts, ...subjects].every(({ source, target }) => source === target);
  const inTarget = isIdentity ? (name: string) => name : ofSubjects.forward;
  return {
    isIdentity,
    contextInTarget,
    contextInSource: ofContexts.back,
    inTarget,
    inSource: isIdentity ? (name) => name : ofSubjects.back,
    referenceInTarget(written, at) {
      if (isIdentity) return written;
      const name = inTarget(referencedSubject(at.source, written));
      if (name === undefined || referencedSubject(at.target, written) === name)
        return name && written;
      const { context, subject } = parseQualifiedName(name);
      return isQualified(written) || context !== at.target ? name : subject;
    },
  };
}

type Rename = (name: string) => string | undefined;

function createPairMap(
  pairs: readonly NamePair[],
  otherwise: Rename,
  otherwiseBack: Rename = otherwise,
): { forward: Rename; back: Rename } {
  const targets = new Map(pairs.map(({ source, target }) => [source, target]));
  const sources = new Map(pairs.map(({ source, target }) => [target, source]));
  return {
    forward: (name) => targets.get(name) ?? unlessTaken(otherwise(name), sources),
    back: (name) => sources.get(name) ?? unlessTaken(otherwiseBack(name), targets),
  };
}

function unlessTaken(
  name: string | undefined,
  taken: ReadonlyMap<string, string>,
): string | undefined {
  return name === undefined || taken.has(name) ? undefined : name;
}

function moved(name: string, rename: Rename): string | undefined {
  const { context, subject } = parseQualifiedName(name);
  const other = rename(context);
  if (other === context) return name;
  return other === undefined ? undefined : qualifiedName(other, subject);
}
