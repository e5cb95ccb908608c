/** A record of about 1 KB; each version has one more field with a default than the one before it, up to a few. */
export function recordText(name: string, version: number): string {
  const fields = Array.from({ length: 8 }, (_, index) => ({
    name: `field_${index}`,
    type: index % 2 === 0 ? 'string' : ['null', 'long'],
    ...(index % 2 === 1 && { default: null }),
    doc: `What field ${index} of ${name} means to those who read it.`,
  }));
  const added = { name: `added_${version}`, type: 'int', default: version };
  return JSON.stringify({
    type: 'record',
    name,
    namespace: 'com.example.bench',
    doc: `Version ${version}`,
    fields: [...fields, added],
  });
}
