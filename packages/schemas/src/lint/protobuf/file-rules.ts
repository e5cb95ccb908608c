import { findOption } from '../../field-walk/protobuf/read-options.ts';
import type { ProtoFile } from '../../protobuf/model.ts';
import type { Complaint } from '../lint-rule.ts';
import { lowerSnake } from './name-styles.ts';
import type { LintedProtobuf, ProtobufLintRule } from './protobuf-lint-rule.ts';
import { usedImports } from './used-imports.ts';

/** The file as a whole: syntax, package, imports, options. */
export const fileRules: readonly ProtobufLintRule[] = [
  {
    id: 'syntax-missing',
    group: 'structure',
    severity: 'warning',
    summary: 'A file says its syntax.',
    *check({ file }) {
      if (file.syntax !== undefined) return;
      yield {
        path: '',
        message: 'The file does not say its syntax, which makes it proto2; compilers warn of it.',
        suggestion: 'syntax = "proto3"; in a new schema, syntax = "proto2"; in this one.',
      };
    },
  },
  {
    id: 'package-missing',
    group: 'naming',
    severity: 'warning',
    summary: 'A file has a package.',
    *check({ file }) {
      if (file.packageName !== undefined || isEmpty(file)) return;
      yield {
        path: '',
        message:
          'The file has no package: its types clash with others of their names. It cannot be added later, as a registry refuses that.',
        suggestion: 'package com.example.v1;',
      };
    },
  },
  {
    id: 'package-style',
    group: 'naming',
    severity: 'warning',
    summary: 'Packages are called in lower_snake.case.',
    *check({ file }) {
      const { packageName } = file;
      if (packageName === undefined) return;
      const parts = packageName.split('.');
      if (parts.every((part) => /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(part))) return;
      yield {
        path: '',
        message: `The package '${packageName}' is not in lower case, as packages of Java and Go are.`,
        suggestion: `package ${parts.map(lowerSnake).join('.')}; in a new schema. An existing one keeps its own, as a registry refuses another.`,
      };
    },
  },
  {
    id: 'package-not-versioned',
    group: 'evolution',
    severity: 'off',
    summary: 'The last part of a package is a version.',
    *check({ file }) {
      const { packageName } = file;
      if (packageName === undefined) return;
      if (/(^|\.)v[0-9]+((alpha|beta|test)[a-z0-9]*|p[0-9]+(alpha|beta)[0-9]*)?$/.test(packageName))
        return;
      yield {
        path: '',
        message: `The package '${packageName}' has no version: there is no place for one that breaks with this.`,
        suggestion: `package ${packageName}.v1; in a new schema.`,
      };
    },
  },
  {
    id: 'java-package-missing',
    group: 'structure',
    severity: 'info',
    summary: 'A file says the package of its Java classes.',
    *check({ file }) {
      if (isEmpty(file) || findOption(file.options, 'java_package') !== undefined) return;
      yield {
        path: '',
        message:
          "Java classes land in the schema's own package, where they clash with classes of other origin.",
        suggestion: `option java_package = "com.example.${file.packageName ?? 'orders.v1'}";`,
      };
    },
  },
  {
    id: 'java-multiple-files-missing',
    group: 'structure',
    severity: 'off',
    summary: 'Each Java class has a file of its own.',
    *check({ file }) {
      if (isEmpty(file) || findOption(file.options, 'java_multiple_files') !== undefined) return;
      yield {
        path: '',
        message: 'All Java classes of the file are nested in one outer class.',
        suggestion: 'option java_multiple_files = true;',
      };
    },
  },
  {
    id: 'go-package-missing',
    group: 'structure',
    severity: 'off',
    summary: 'A file says the package of its Go code.',
    *check({ file }) {
      if (isEmpty(file) || findOption(file.options, 'go_package') !== undefined) return;
      yield {
        path: '',
        message: "Go's compiler plugin refuses a file without go_package.",
        suggestion: 'option go_package = "example.com/schemas/orders/v1;ordersv1";',
      };
    },
  },
  {
    id: 'import-unused',
    group: 'structure',
    severity: 'info',
    summary: 'What is imported is used.',
    check: checkUnusedImports,
  },
  {
    id: 'import-twice',
    group: 'structure',
    severity: 'info',
    summary: 'A file is imported once.',
    *check({ file }) {
      const seen = new Set<string>();
      for (const { path } of file.imports) {
        if (!seen.has(path)) seen.add(path);
        else {
          yield {
            path: '',
            message: `'${path}' is imported twice.`,
            suggestion: `Leave one import "${path}"; out.`,
          };
        }
      }
    },
  },
  {
    id: 'public-import',
    group: 'structure',
    severity: 'info',
    summary: 'No import is public.',
    *check({ file }) {
      for (const { path, modifier } of file.imports) {
        if (modifier !== 'public') continue;
        yield {
          path: '',
          message: `'${path}' is imported publicly: whoever imports this file depends on that one without saying so.`,
          suggestion: `import "${path}"; and the same in each file that uses it.`,
        };
      }
    },
  },
  {
    id: 'weak-import',
    group: 'structure',
    severity: 'warning',
    summary: 'No import is weak.',
    *check({ file }) {
      for (const { path, modifier } of file.imports) {
        if (modifier !== 'weak') continue;
        yield {
          path: '',
          message: `'${path}' is imported weakly, which most languages do not support.`,
          suggestion: `import "${path}";`,
        };
      }
    },
  },
];

function isEmpty({ types, services, extensions }: ProtoFile): boolean {
  return types.length + services.length + extensions.length === 0;
}

function* checkUnusedImports(linted: LintedProtobuf): Iterable<Complaint> {
  const used = usedImports(linted);
  const seen = new Set<string>();
  for (const { path, modifier } of linted.file.imports) {
    if (modifier === 'public' || seen.has(path) || used.has(path)) continue;
    seen.add(path);
    // What was not handed in cannot be looked into.
    if (!linted.schema.imported.has(path)) continue;
    yield {
      path: '',
      message: `Nothing of '${path}' is used: it is one more schema to register and keep.`,
      suggestion: `Leave import "${path}"; out.`,
    };
  }
}
