/** Thrown for a setting that cannot be used; the message names it and says what is expected, and holds no value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
