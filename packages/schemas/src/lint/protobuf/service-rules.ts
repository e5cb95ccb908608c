import type { ProtoRpc, ProtoService } from '../../protobuf/model.ts';
import { UPPER_CAMEL, upperCamel } from './name-styles.ts';
import type { LintedProtobuf, ProtobufLintRule } from './protobuf-lint-rule.ts';

/** Services and their methods. */
export const serviceRules: readonly ProtobufLintRule[] = [
  {
    id: 'service-name-style',
    group: 'naming',
    severity: 'warning',
    summary: 'Services are called in UpperCamelCase.',
    *check({ file }) {
      for (const { name } of file.services) {
        if (UPPER_CAMEL.test(name)) continue;
        yield {
          path: `(${name})`,
          message: `The service '${name}' is not called in UpperCamelCase.`,
          suggestion: `service ${upperCamel(name)}`,
        };
      }
    },
  },
  {
    id: 'service-name-ending',
    group: 'naming',
    severity: 'off',
    summary: 'The name of a service ends in Service.',
    *check({ file }) {
      for (const { name } of file.services) {
        if (name.endsWith('Service')) continue;
        yield {
          path: `(${name})`,
          message: `The service '${name}' may be taken for a message.`,
          suggestion: `service ${name}Service`,
        };
      }
    },
  },
  {
    id: 'rpc-name-style',
    group: 'naming',
    severity: 'warning',
    summary: 'Methods are called in UpperCamelCase.',
    *check(linted) {
      for (const { path, rpc } of rpcsOf(linted)) {
        if (UPPER_CAMEL.test(rpc.name)) continue;
        yield {
          path,
          message: `The rpc '${rpc.name}' is not called in UpperCamelCase.`,
          suggestion: `rpc ${upperCamel(rpc.name)}`,
        };
      }
    },
  },
  {
    id: 'rpc-message-shared',
    group: 'evolution',
    severity: 'off',
    summary: 'Each method has a request and a response of its own.',
    *check(linted) {
      const uses = new Map<string, string>();
      const { packageName = '' } = linted.file;
      for (const { path, rpc } of rpcsOf(linted)) {
        for (const type of [rpc.requestType, rpc.responseType]) {
          const name = linted.table.resolve(type, packageName)?.fullName ?? type;
          const first = uses.get(name);
          if (first === undefined) uses.set(name, path);
          else {
            yield {
              path,
              message: `The rpc '${rpc.name}' shares ${type} with ${first}: neither can get a field of its own.`,
              suggestion: `rpc ${rpc.name} (${rpc.name}Request) returns (${rpc.name}Response)`,
            };
          }
        }
      }
    },
  },
  {
    id: 'rpc-message-name',
    group: 'naming',
    severity: 'off',
    summary: 'Requests and responses are called like their method.',
    *check(linted) {
      for (const { path, service, rpc } of rpcsOf(linted)) {
        const wanted = (type: string, ending: string): boolean =>
          [rpc.name, `${service.name}${rpc.name}`].some((name) =>
            type.endsWith(`${name}${ending}`),
          );
        if (wanted(rpc.requestType, 'Request') && wanted(rpc.responseType, 'Response')) continue;
        yield {
          path,
          message: `The messages of the rpc '${rpc.name}' are called otherwise than it is.`,
          suggestion: `rpc ${rpc.name} (${rpc.name}Request) returns (${rpc.name}Response)`,
        };
      }
    },
  },
  {
    id: 'rpc-takes-empty',
    group: 'evolution',
    severity: 'off',
    summary: 'No method takes or returns google.protobuf.Empty.',
    *check(linted) {
      const { packageName = '' } = linted.file;
      for (const { path, rpc } of rpcsOf(linted)) {
        const isEmpty = (type: string): boolean =>
          linted.table.resolve(type, packageName)?.fullName === 'google.protobuf.Empty';
        if (!isEmpty(rpc.requestType) && !isEmpty(rpc.responseType)) continue;
        yield {
          path,
          message: `The rpc '${rpc.name}' has a google.protobuf.Empty, which can never get a field.`,
          suggestion: `message ${rpc.name}${isEmpty(rpc.requestType) ? 'Request' : 'Response'} {}`,
        };
      }
    },
  },
];

function* rpcsOf({
  file,
}: LintedProtobuf): Iterable<{ path: string; service: ProtoService; rpc: ProtoRpc }> {
  for (const service of file.services) {
    for (const rpc of service.rpcs) yield { path: `(${service.name}).${rpc.name}`, service, rpc };
  }
}
