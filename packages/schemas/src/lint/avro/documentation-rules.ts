import { nameWords } from '../../name-words.ts';
import type { AvroLintRule } from './avro-lint-rule.ts';

/** Documentation: what the next reader has instead of the author. */
export const documentationRules: readonly AvroLintRule[] = [
  {
    id: 'type-doc-missing',
    group: 'documentation',
    severity: 'warning',
    summary: 'Records, enums and fixed are documented.',
    *check({ outline }) {
      for (const { path, type } of outline.types.values()) {
        if (hasText(type.doc)) continue;
        yield {
          path,
          message: `The ${type.type} '${type.name.name}' has no documentation.`,
          suggestion: `"doc": "<what one ${type.name.name} stands for, and when it is written>"`,
        };
      }
    },
  },
  {
    id: 'field-doc-missing',
    group: 'documentation',
    severity: 'info',
    summary: 'Fields are documented.',
    *check({ outline }) {
      for (const { path, field } of outline.fields) {
        if (hasText(field.doc)) continue;
        yield {
          path,
          message: `The field '${field.name}' has no documentation.`,
          suggestion: `"doc": "<what '${field.name}' means, its unit and its allowed values>"`,
        };
      }
    },
  },
  {
    id: 'doc-repeats-name',
    group: 'documentation',
    severity: 'info',
    summary: 'Documentation says more than the name does.',
    *check({ outline }) {
      for (const { path, field } of outline.fields) {
        if (!hasText(field.doc) || field.doc.length > 100) continue;
        const said = nameWords(field.doc).filter(
          (word) => !['the', 'a', 'an', 'of'].includes(word),
        );
        if (said.join('') !== nameWords(field.name).join('')) continue;
        yield {
          path,
          message: `The documentation of '${field.name}' only repeats its name.`,
          suggestion: `"doc": "<what '${field.name}' means, its unit and its allowed values>"`,
        };
      }
    },
  },
  {
    id: 'doc-without-period',
    group: 'documentation',
    severity: 'off',
    summary: 'Documentation ends like a sentence.',
    *check({ outline }) {
      const places = [
        ...[...outline.types.values()].map(({ path, type }) => ({ path, doc: type.doc })),
        ...outline.fields.map(({ path, field }) => ({ path, doc: field.doc })),
      ];
      for (const { path, doc } of places) {
        if (!hasText(doc) || /[.!?:]\s*$/.test(doc.slice(-20))) continue;
        yield {
          path,
          message: 'The documentation does not end with a period.',
          suggestion: `End it with '${doc.trimEnd().slice(-20)}.'`,
        };
      }
    },
  },
];

function hasText(doc: string | undefined): doc is string {
  return doc !== undefined && doc.trim() !== '';
}
