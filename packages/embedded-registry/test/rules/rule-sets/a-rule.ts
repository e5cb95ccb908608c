/** A rule of a data contract that is well formed, with other fields. */
export function aRule(name: string, fields: object = {}) {
  return { name, kind: 'CONDITION', mode: 'WRITE', type: 'CEL', expr: 'true', ...fields };
}

/** A rule set of rules for data, by name. */
export function domainRules(...names: string[]) {
  return { domainRules: names.map((name) => aRule(name)) };
}

/** The names of the rules for data in an answer, in their order. */
export function namesOf(body: {
  ruleSet?: { domainRules?: { name: string }[] };
}): string[] | undefined {
  return body.ruleSet?.domainRules?.map(({ name }) => name);
}
