const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Whether a text is a day, `2024-05-31` (RFC 3339). */
export function isDate(text: string): boolean {
  const [, years, months, days] = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text) ?? [];
  if (years === undefined) return false;
  const [year, month, day] = [Number(years), Number(months), Number(days)];
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
  return day >= 1 && day <= last;
}

/** Whether a text is a time of day, `12:30:00Z` (RFC 3339). */
export function isTime(text: string, needsOffset = true): boolean {
  const pattern =
    /^([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.[0-9]{1,100})?(?:(z)|([+-])([0-9]{2}):?([0-9]{2}))?$/i;
  const [whole, hours, minutes, seconds, zulu, sign, offsetHours, offsetMinutes] =
    pattern.exec(text) ?? [];
  if (whole === undefined) return false;
  if (needsOffset && zulu === undefined && sign === undefined) return false;
  const [hour, minute, second] = [Number(hours), Number(minutes), Number(seconds)];
  const [awayHour, awayMinute] = [Number(offsetHours ?? 0), Number(offsetMinutes ?? 0)];
  if (hour > 23 || minute > 59 || awayHour > 23 || awayMinute > 59) return false;
  if (second < 60) return true;
  // A leap second ends the last minute of a day in universal time.
  const away = (awayHour * 60 + awayMinute) * (sign === '-' ? -1 : 1);
  return second === 60 && (hour * 60 + minute - away + 2880) % 1440 === 1439;
}

/** Whether a text is a moment, `2024-05-31T12:30:00Z` (RFC 3339). */
export function isDateTime(text: string, needsOffset = true): boolean {
  return (
    isDate(text.slice(0, 10)) &&
    /^[t ]$/i.test(text.charAt(10)) &&
    isTime(text.slice(11), needsOffset)
  );
}

/** Whether a text is a length of time, `P1DT2H` (ISO 8601). */
export function isDuration(text: string): boolean {
  if (text.length > 1000) return false;
  const pattern =
    /^P(?!$)(?:[0-9]+W|(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+D)?(?:T(?=[0-9])(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+(?:\.[0-9]+)?S)?)?)$/;
  return pattern.test(text);
}
