/** What a registry's error number means. */
export interface ErrorMeaning {
  /** The word to branch on. */
  code: string;
  /** The registry's text; `%s` stands for what it names. */
  text: string;
  /** What to do about it. */
  advice: string;
}

/** Every number that a Schema Registry answers with in `error_code`, with the word that stands for it here. */
export const errorCodes = {
  400: {
    code: 'bad_request',
    text: 'the parser’s message',
    advice: 'Send JSON of the shape that the endpoint takes.',
  },
  401: {
    code: 'unauthorized',
    text: 'Unauthorized',
    advice: 'Check the user and password or token for this registry.',
  },
  403: {
    code: 'forbidden',
    text: 'Forbidden',
    advice: 'Ask the registry’s operator for the permission.',
  },
  404: {
    code: 'route_not_found',
    text: 'HTTP 404 Not Found',
    advice: 'Check the registry’s URL and whether this server has the endpoint.',
  },
  405: {
    code: 'method_not_allowed',
    text: 'HTTP 405 Method Not Allowed',
    advice: 'This server does not have the operation.',
  },
  406: {
    code: 'not_acceptable',
    text: 'HTTP 406 Not Acceptable',
    advice: 'Accept application/vnd.schemaregistry.v1+json.',
  },
  409: {
    code: 'incompatible_schema',
    text: 'Schema being registered is incompatible with an earlier schema for subject "%s", details: [%s]',
    advice:
      'Change the schema as the details say, or lower the compatibility level of the subject.',
  },
  413: {
    code: 'request_too_large',
    text: 'Request entity too large',
    advice: 'Split the schema by references.',
  },
  415: {
    code: 'unsupported_media_type',
    text: 'HTTP 415 Unsupported Media Type',
    advice: 'Send application/vnd.schemaregistry.v1+json.',
  },
  422: {
    code: 'invalid_request',
    text: '%s must not be null',
    advice: 'Send the body that the endpoint takes.',
  },
  429: {
    code: 'rate_limited',
    text: 'Too Many Requests',
    advice: 'Wait as long as Retry-After says and send it again.',
  },
  500: {
    code: 'internal_server_error',
    text: 'Internal Server Error',
    advice: 'Look into the registry’s log.',
  },
  40301: {
    code: 'forbidden',
    text: 'User is denied operation %s',
    advice: 'Ask the registry’s operator for the permission.',
  },
  40370: {
    code: 'dek_generation_forbidden',
    text: 'DEK generation is forbidden',
    advice: 'Share the KEK or send the encrypted key material.',
  },
  40401: {
    code: 'subject_not_found',
    text: "Subject '%s' not found.",
    advice: 'List the subjects to see what there is.',
  },
  40402: {
    code: 'version_not_found',
    text: 'Version %s not found.',
    advice: 'List the versions of the subject.',
  },
  40403: {
    code: 'schema_not_found',
    text: 'Schema %s not found',
    advice: 'Check the id and its context, or register the schema.',
  },
  40404: {
    code: 'subject_soft_deleted',
    text: "Subject '%s' was soft deleted.Set permanent=true to delete permanently",
    advice: 'Delete it permanently, or register again to bring it back.',
  },
  40405: {
    code: 'subject_not_soft_deleted',
    text: "Subject '%s' was not deleted first before being permanently deleted",
    advice: 'Delete it softly first.',
  },
  40406: {
    code: 'version_soft_deleted',
    text: "Subject '%s' Version %s was soft deleted.Set permanent=true to delete permanently",
    advice: 'Delete it permanently, or register again to bring it back.',
  },
  40407: {
    code: 'version_not_soft_deleted',
    text: "Subject '%s' Version %s was not deleted first before being permanently deleted",
    advice: 'Delete it softly first.',
  },
  40408: {
    code: 'config_not_found',
    text: "Subject '%s' does not have subject-level compatibility configured",
    advice: 'It inherits; ask with defaultToGlobal for the level in force.',
  },
  40409: {
    code: 'mode_not_found',
    text: "Subject '%s' does not have subject-level mode configured",
    advice: 'It inherits; ask with defaultToGlobal for the mode in force.',
  },
  40410: {
    code: 'association_not_found',
    text: "Association for '%s' not found.",
    advice: 'List the associations of the resource.',
  },
  40450: {
    code: 'exporter_not_found',
    text: 'Exporter %s not found',
    advice: 'List the exporters.',
  },
  40470: { code: 'key_not_found', text: "Key '%s' not found", advice: 'List the keys.' },
  40471: {
    code: 'key_not_soft_deleted',
    text: "Key '%s' was not deleted first before being permanently deleted",
    advice: 'Delete it softly first.',
  },
  40472: {
    code: 'key_soft_deleted',
    text: "Key '%s' must be undeleted first",
    advice: 'Undelete the key.',
  },
  40901: {
    code: 'incompatible_schema',
    text: 'Schema being registered is incompatible with an earlier schema for subject "%s", details: [%s]',
    advice:
      'Change the schema as the details say, or lower the compatibility level of the subject.',
  },
  40902: {
    code: 'too_many_associations',
    text: 'A maximum of %s associations already exist',
    advice: 'Remove one first.',
  },
  40903: {
    code: 'association_type_exists',
    text: "An association of type '%s' already exists for resource '%s'",
    advice: 'Change the existing one.',
  },
  40904: {
    code: 'association_exists',
    text: "An association already exists for subject '%s'",
    advice: 'Remove the association first.',
  },
  40905: {
    code: 'strong_association_exists',
    text: "A strong association already exists for subject '%s'",
    advice: 'Remove the association first.',
  },
  40907: {
    code: 'no_active_version',
    text: "No active (non-deleted) version exists for subject '%s'",
    advice: 'Register a schema first.',
  },
  40908: {
    code: 'association_frozen',
    text: "The association of type  '%s' is frozen for subject '%s'",
    advice: 'A frozen association cannot change.',
  },
  40950: {
    code: 'invalid_exporter_name',
    text: 'Missing or invalid exporter name',
    advice: 'Give the exporter a name.',
  },
  40951: {
    code: 'invalid_exporter_config',
    text: 'Missing or invalid exporter config',
    advice: 'Check the exporter’s configuration.',
  },
  40952: {
    code: 'invalid_exporter_subjects',
    text: 'Invalid exporter subjects',
    advice: 'Check the exporter’s subjects.',
  },
  40960: {
    code: 'exporter_exists',
    text: 'Exporter %s already exists',
    advice: 'Use another name, or change the existing one.',
  },
  40961: {
    code: 'exporter_running',
    text: 'Exporter %s is already running',
    advice: 'Pause it first.',
  },
  40963: {
    code: 'exporter_not_paused',
    text: 'Exporter %s is not paused',
    advice: 'Pause it first.',
  },
  40964: { code: 'too_many_exporters', text: 'Too many exporters', advice: 'Remove one first.' },
  40971: {
    code: 'key_exists',
    text: "Key '%s' already exists; use a different value",
    advice: 'Use another name.',
  },
  40972: {
    code: 'too_many_keys',
    text: 'A maximum of %s keys already exist',
    advice: 'Remove one first.',
  },
  42201: {
    code: 'invalid_schema',
    text: 'Invalid schema of type %s, details: %s',
    advice: 'Correct the schema or its references as the details say.',
  },
  42202: {
    code: 'invalid_version',
    text: 'The specified version \'%s\' is not a valid version id. Allowed values are between [1, 2^31-1] and the string "latest"',
    advice: 'Use a number from 1 or latest.',
  },
  42203: {
    code: 'invalid_compatibility_level',
    text: 'Invalid compatibility level. Valid values are none, backward, forward, full, backward_transitive, forward_transitive, and full_transitive',
    advice: 'Use one of these levels.',
  },
  42204: {
    code: 'invalid_mode',
    text: 'Invalid mode. Valid values are READWRITE, READONLY, IMPORT and FORWARD.',
    advice: 'Use one of these modes; FORWARD only for :.__GLOBAL:.',
  },
  42205: {
    code: 'operation_not_permitted',
    text: 'Subject %s in context %s is in read-only mode',
    advice: 'Look at the mode of subject, context and registry.',
  },
  42206: {
    code: 'reference_exists',
    text: 'One or more references exist to the schema %s.',
    advice: 'Delete what refers to it first.',
  },
  42207: {
    code: 'id_does_not_match',
    text: 'The specified ID %s does not match',
    advice: 'Use the id that the schema has in this context.',
  },
  42208: {
    code: 'invalid_subject',
    text: "The specified subject '%s' is not a valid.",
    advice: 'Use a name without control characters that is not reserved.',
  },
  42209: {
    code: 'schema_too_large',
    text: 'Register operation failed because schema is too large',
    advice: 'Split the schema by references.',
  },
  42210: {
    code: 'invalid_rule_set',
    text: 'Invalid rule set: %s',
    advice: 'Correct the rules as the message says.',
  },
  42211: {
    code: 'context_not_empty',
    text: "The specified context '%s' is not empty.",
    advice: 'Delete its subjects permanently first; soft-deleted ones count.',
  },
  42212: {
    code: 'invalid_association',
    text: "The association specified an invalid value for property: '%s', detail: %s",
    advice: 'Correct the association.',
  },
  42271: {
    code: 'invalid_key',
    text: "Invalid or missing value for field '%s' of key",
    advice: 'Correct the key.',
  },
  42272: {
    code: 'key_in_use',
    text: "One or more references exist to the key '%s'",
    advice: 'Delete what uses the key first.',
  },
  50001: {
    code: 'store_error',
    text: 'Error in the backend data store',
    advice: 'Try again; if it stays, look into the registry’s log.',
  },
  50002: {
    code: 'store_timeout',
    text: 'Operation timed out',
    advice: 'Read back first: the write may have happened.',
  },
  50003: {
    code: 'forwarding_failed',
    text: 'Error while forwarding the request to the leader',
    advice: 'Read back first, then try again.',
  },
  50004: { code: 'unknown_leader', text: 'Leader not known', advice: 'Try again in some seconds.' },
  50005: {
    code: 'invalid_response',
    text: 'The answer could not be read',
    advice: 'Check that the URL is a registry’s.',
  },
  50070: {
    code: 'dek_generation_failed',
    text: 'Could not generate a DEK for %s',
    advice: 'Check the KEK and its key service.',
  },
} as const satisfies Record<number, ErrorMeaning>;

/** A number that registries answer with in `error_code`. */
export type ErrorNumber = keyof typeof errorCodes;

/** The words for what a registry can answer. */
export type ServerErrorCode = (typeof errorCodes)[ErrorNumber]['code'];

/** What a number means, or undefined for one that no registry we know answers with. */
export function errorMeaning(
  number: number,
): (ErrorMeaning & { code: ServerErrorCode }) | undefined {
  return Object.hasOwn(errorCodes, number) ? errorCodes[number as ErrorNumber] : undefined;
}
