/**
 * A Protobuf file as it is written: names are not resolved, values of options keep their spelling.
 * What a registry reads over and forgets is not in it.
 */
export interface ProtoFile {
  /** As written; undefined where the file does not say, which means proto2. */
  readonly syntax: 'proto2' | 'proto3' | undefined;
  /** `a.b`; undefined where the file has none. */
  readonly packageName: string | undefined;
  readonly imports: readonly ProtoImport[];
  readonly options: readonly ProtoOption[];
  /** Messages and enums of the top level, in the order they are written. */
  readonly types: readonly ProtoType[];
  readonly services: readonly ProtoService[];
  readonly extensions: readonly ProtoExtension[];
}

/** An `import`. */
export interface ProtoImport {
  /** With plain slashes and without empty steps. */
  readonly path: string;
  readonly modifier: 'public' | 'weak' | undefined;
}

/** A message or an enum. */
export type ProtoType = ProtoMessage | ProtoEnum;

/** A `message`. */
export interface ProtoMessage {
  readonly kind: 'message';
  readonly name: string;
  /** The comment before it, without its marks; empty where there is none. */
  readonly doc: string;
  /** Those outside of oneofs, in the order they are written. */
  readonly fields: readonly ProtoField[];
  readonly oneofs: readonly ProtoOneof[];
  readonly groups: readonly ProtoGroup[];
  /** Messages and enums inside, in the order they are written. */
  readonly types: readonly ProtoType[];
  readonly extensions: readonly ProtoExtension[];
  readonly options: readonly ProtoOption[];
  readonly reserved: readonly ProtoReserved[];
  readonly extensionRanges: readonly ProtoExtensionRange[];
}

/** A field of a message, a oneof or an extension. */
export interface ProtoField {
  readonly label: 'optional' | 'required' | 'repeated' | undefined;
  /** As written: `int32`, `Order.Line`, `.shop.Order`; of a map the type of its values. */
  readonly type: string;
  /** Of a map the type of its keys. */
  readonly mapKey: string | undefined;
  readonly name: string;
  readonly number: number;
  /** What stands in brackets after it; `default` and `json_name` come last, once each. */
  readonly options: readonly ProtoOption[];
  readonly doc: string;
}

/** A proto2 `group`: a field and its message in one. */
export interface ProtoGroup {
  readonly label: 'optional' | 'required' | 'repeated' | undefined;
  readonly name: string;
  readonly number: number;
  readonly fields: readonly ProtoField[];
  /** None: a registry does not read them. */
  readonly options: readonly ProtoOption[];
  readonly doc: string;
}

/** A `oneof`. */
export interface ProtoOneof {
  readonly name: string;
  readonly fields: readonly ProtoField[];
  readonly groups: readonly ProtoGroup[];
  readonly options: readonly ProtoOption[];
  readonly doc: string;
}

/** An `enum`. */
export interface ProtoEnum {
  readonly kind: 'enum';
  readonly name: string;
  readonly doc: string;
  readonly constants: readonly ProtoEnumConstant[];
  readonly options: readonly ProtoOption[];
  readonly reserved: readonly ProtoReserved[];
}

/** One name of an enum. */
export interface ProtoEnumConstant {
  readonly name: string;
  readonly number: number;
  readonly options: readonly ProtoOption[];
  readonly doc: string;
}

/** A `reserved` statement. */
export interface ProtoReserved {
  /** Names, numbers and ranges in the order they are written. */
  readonly values: readonly (string | number | ProtoRange)[];
  readonly doc: string;
}

/** Numbers from `from` to `to`, both included; `max` is the greatest that may be. */
export interface ProtoRange {
  readonly from: number;
  readonly to: number | 'max';
}

/** An `extensions` statement. */
export interface ProtoExtensionRange {
  readonly values: readonly (number | ProtoRange)[];
  readonly options: readonly ProtoOption[];
  readonly doc: string;
}

/** An `extend`. */
export interface ProtoExtension {
  /** The message that is extended, as written. */
  readonly name: string;
  readonly fields: readonly ProtoField[];
  /** None: a registry reads over them. */
  readonly groups: readonly ProtoGroup[];
  readonly doc: string;
}

/** A `service`. */
export interface ProtoService {
  readonly name: string;
  readonly rpcs: readonly ProtoRpc[];
  readonly options: readonly ProtoOption[];
  readonly doc: string;
}

/** An `rpc`. */
export interface ProtoRpc {
  readonly name: string;
  readonly requestType: string;
  readonly requestStreams: boolean;
  readonly responseType: string;
  readonly responseStreams: boolean;
  readonly options: readonly ProtoOption[];
  readonly doc: string;
}

/** An option: `java_package = "a"`, `(google.api.http).get = "/v1"`. */
export interface ProtoOption {
  /** Without brackets: `java_package`, `google.api.http`. */
  readonly name: string;
  /** Whether the name stands in brackets, as an extension's does. */
  readonly isExtension: boolean;
  readonly value: ProtoOptionValue;
}

/** What an option is set to; numbers and words as they are spelled. */
export type ProtoOptionValue =
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'boolean'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'word'; readonly text: string }
  /** `(name).part = value`: the option `part` of what `name` stands for. */
  | { readonly kind: 'option'; readonly option: ProtoOption }
  | { readonly kind: 'list'; readonly values: readonly ProtoOptionValue[] }
  /** `{ key: value }`; a key that was written several times stands here once, with a list. */
  | { readonly kind: 'map'; readonly entries: readonly ProtoOptionEntry[] };

/** One entry of an option's `{ … }`. */
export interface ProtoOptionEntry {
  /** As written, brackets included: `get`, `[a.b.c]`. */
  readonly key: string;
  readonly value: ProtoOptionValue;
}
