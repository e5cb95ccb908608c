/** How time is divided: UTC, and weeks begin on Monday. */
export type GrowthUnit = 'day' | 'week' | 'month';

/** What was registered in a day, week or month. */
export interface GrowthPeriod {
  /** Its first day, `2026-01-31`. */
  readonly from: string;
  /** How many versions of those that are there were registered in it. */
  readonly versions: number;
  /** How many subjects got their first version of those that are there in it. */
  readonly subjects: number;
  /** How many versions there were at its end, of those whose time is known. */
  readonly totalVersions: number;
  /** How many subjects there were at its end, of those whose time is known. */
  readonly totalSubjects: number;
}

/** How a registry grew, as far as its versions say when they were registered. */
export interface Growth {
  readonly unit: GrowthUnit;
  /** In order; what nothing was registered in is left out. */
  readonly periods: readonly GrowthPeriod[];
  /** Versions that do not say when they were registered, as of servers before Confluent 8.0, or say no time from 1970 to 9999. */
  readonly versionsWithoutTime: number;
  /** Subjects none of whose versions says when it was registered. */
  readonly subjectsWithoutTime: number;
}

const dayMs = 86_400_000;
/** Times from 1970 to 9999 are taken for times. */
const endMs = Date.UTC(10_000, 0, 1);

/** Counts versions by the time of their registration, subject by subject. */
export interface GrowthCount {
  /** @param times of the versions of one subject, in milliseconds since 1970; undefined where it is not known */
  addSubject(times: readonly (number | undefined)[]): void;
  finish(): Growth;
}

/** Begins to count. */
export function countGrowth(unit: GrowthUnit): GrowthCount {
  const versions = new Map<number, number>();
  const subjects = new Map<number, number>();
  let versionsWithoutTime = 0;
  let subjectsWithoutTime = 0;

  return {
    addSubject(times) {
      let first: number | undefined;
      for (const time of times) {
        if (time === undefined || !(time >= 0 && time < endMs)) {
          versionsWithoutTime += 1;
          continue;
        }
        const start = startOf[unit](time);
        versions.set(start, (versions.get(start) ?? 0) + 1);
        if (first === undefined || start < first) first = start;
      }
      if (first !== undefined) subjects.set(first, (subjects.get(first) ?? 0) + 1);
      else if (times.length > 0) subjectsWithoutTime += 1;
    },
    finish() {
      let [totalVersions, totalSubjects] = [0, 0];
      const periods = [...versions.keys()]
        .sort((one, other) => one - other)
        .map((start) => {
          const added = { versions: versions.get(start) ?? 0, subjects: subjects.get(start) ?? 0 };
          totalVersions += added.versions;
          totalSubjects += added.subjects;
          return { from: dayInWords(start), ...added, totalVersions, totalSubjects };
        });
      return { unit, periods, versionsWithoutTime, subjectsWithoutTime };
    },
  };
}

const startOf: Readonly<Record<GrowthUnit, (time: number) => number>> = {
  day: (time) => Math.floor(time / dayMs) * dayMs,
  // 1970 began on a Thursday.
  week: (time) => (Math.floor((Math.floor(time / dayMs) + 3) / 7) * 7 - 3) * dayMs,
  month: (time) => {
    const date = new Date(time);
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
  },
};

function dayInWords(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
