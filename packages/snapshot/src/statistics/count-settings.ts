import type { CompatibilityLevel, Mode } from '@srkit/registry-protocol';
import type { Snapshot } from '../snapshot.ts';

/** How many contexts and subjects have settings of their own; the default context always has, as it always answers. */
export interface SettingStatistics {
  readonly contextsWithConfig: number;
  readonly subjectsWithConfig: number;
  readonly contextsWithMode: number;
  readonly subjectsWithMode: number;
  /** By level, of those whose configuration says one. */
  readonly compatibilityLevels: readonly {
    readonly level: CompatibilityLevel;
    readonly contexts: number;
    readonly subjects: number;
  }[];
  readonly modes: readonly {
    readonly mode: Mode;
    readonly contexts: number;
    readonly subjects: number;
  }[];
}

/** Counts the configurations and modes that contexts and subjects have of their own. */
export function countSettings({ contexts, subjects }: Snapshot): SettingStatistics {
  const levels = new Map<CompatibilityLevel, Counts>();
  const modes = new Map<Mode, Counts>();
  const withConfig = { contexts: 0, subjects: 0 };
  const withMode = { contexts: 0, subjects: 0 };
  const all = [
    ...contexts.map((context) => ({ of: 'contexts' as const, ...context })),
    ...subjects.map(({ config, mode }) => ({ of: 'subjects' as const, config, mode })),
  ];
  for (const { of, config, mode } of all) {
    if (config !== undefined) withConfig[of] += 1;
    if (config?.compatibilityLevel !== undefined) {
      countsOf(levels, config.compatibilityLevel)[of] += 1;
    }
    if (mode === undefined) continue;
    withMode[of] += 1;
    countsOf(modes, mode)[of] += 1;
  }
  return {
    contextsWithConfig: withConfig.contexts,
    subjectsWithConfig: withConfig.subjects,
    contextsWithMode: withMode.contexts,
    subjectsWithMode: withMode.subjects,
    compatibilityLevels: [...levels]
      .map(([level, counts]) => ({ level, ...counts }))
      .sort(mostFirst),
    modes: [...modes].map(([mode, counts]) => ({ mode, ...counts })).sort(mostFirst),
  };
}

interface Counts {
  contexts: number;
  subjects: number;
}

function countsOf<Key>(counts: Map<Key, Counts>, key: Key): Counts {
  const known = counts.get(key) ?? { contexts: 0, subjects: 0 };
  counts.set(key, known);
  return known;
}

function mostFirst(one: Counts, other: Counts): number {
  return other.contexts + other.subjects - one.contexts - one.subjects;
}
