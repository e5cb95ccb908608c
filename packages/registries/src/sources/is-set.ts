/** Whether a variable says something: it is not blank, and no placeholder that a desktop bundle left (`${user_config.url}`). */
export function isSet(value: string | undefined): value is string {
  return value !== undefined && value.trim() !== '' && !/^\$\{user_config\./.test(value.trim());
}
