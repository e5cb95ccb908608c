/** A record of variables, for example the environment. */
export type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Puts variables into a text: `${NAME}` is the value of NAME, `${NAME:-fallback}` the fallback where NAME is not set or empty,
 * `$${` a `${` that is meant as such. What is put in is not looked through again.
 *
 * @returns the text, or what is wrong with it: the rest of a sentence that begins with its place
 */
export function substitute(
  text: string,
  variables: Variables,
): { text: string } | { complaint: string } {
  let complaint: string | undefined;
  const replaced = text.replace(
    /\$\$\{|\$\{(?:([A-Za-z_]\w*)(?::-((?:(?!\$\{)[^}])*))?\})?/g,
    (found, name: string | undefined, fallback: string | undefined) => {
      if (found === '$${') return '${';
      if (name === undefined) {
        complaint ??=
          // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what a file is written with
          'holds ${ without a variable after it. Write ${NAME} or ${NAME:-fallback}, and $${ where ${ itself is meant.';
        return '';
      }
      const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
      if (value !== undefined && (value !== '' || fallback === undefined)) return value;
      if (fallback !== undefined) return fallback;
      complaint ??= `needs the variable ${name}, which is not set. Set it, or write \${${name}:-fallback}.`;
      return '';
    },
  );
  return complaint === undefined ? { text: replaced } : { complaint };
}
