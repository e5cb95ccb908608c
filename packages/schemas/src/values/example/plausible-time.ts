import type { Random } from './random.ts';

const DAY = 86_400_000;
/** 2024-01-01T00:00:00Z */
const FIRST_DAY = 19_723;
const DAYS = 1000;

/** A day of the years 2024 to 2026, counted from 1970-01-01. */
export function plausibleDay(random: Random): number {
  return FIRST_DAY + random.below(DAYS);
}

/** A moment of the years 2024 to 2026, in milliseconds since 1970. */
export function plausibleMoment(random: Random): number {
  return plausibleDay(random) * DAY + random.below(DAY);
}

/** A day as ISO 8601 writes it. */
export function plausibleDate(random: Random): string {
  return new Date(plausibleDay(random) * DAY).toISOString().slice(0, 10);
}

/** A moment as ISO 8601 writes it. */
export function plausibleTimestamp(random: Random): string {
  return new Date(plausibleMoment(random)).toISOString();
}

/** A time of day as ISO 8601 writes it. */
export function plausibleTime(random: Random): string {
  return plausibleTimestamp(random).slice(11, 19);
}
