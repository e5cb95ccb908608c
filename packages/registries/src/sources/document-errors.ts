import type { ErrorCode } from 'yaml';

/** What is wrong with a text that is no JSON or YAML; the library's own words repeat parts of it. */
export const errorInWords: Readonly<Record<ErrorCode, string>> = {
  ALIAS_PROPS: 'a reference (*) takes no anchor and no tag.',
  BAD_ALIAS: 'a reference (*) or anchor (&) is not written right.',
  BAD_COLLECTION_TYPE: 'a tag does not fit what it stands before.',
  BAD_DIRECTIVE: 'a line that begins with % is not written right.',
  BAD_DQ_ESCAPE: 'a text in double quotes has a backslash that begins nothing known. Double it.',
  BAD_INDENT: 'the indentation is not that of what stands around it, or a bracket is not closed.',
  BAD_PROP_ORDER: 'an anchor or tag stands in the wrong place.',
  BAD_SCALAR_START: 'a text begins with a character that needs quotes around it.',
  BLOCK_AS_IMPLICIT_KEY: 'something nested stands where a key is expected.',
  BLOCK_IN_FLOW: 'something indented stands within brackets.',
  DUPLICATE_KEY: 'a key is written twice. Keep one of them.',
  IMPOSSIBLE: 'it cannot be read.',
  KEY_OVER_1024_CHARS: 'a key is longer than 1024 characters.',
  MISSING_CHAR: 'a comma, colon, quote or bracket is missing.',
  MULTILINE_IMPLICIT_KEY: 'a key goes over several lines. A quote may not be closed.',
  MULTIPLE_ANCHORS: 'a value has several anchors.',
  MULTIPLE_DOCS: 'a second document begins (---). Keep one of them.',
  MULTIPLE_TAGS: 'a value has several tags.',
  NON_STRING_KEY: 'a key is no text.',
  RESOURCE_EXHAUSTION: 'it is nested too deeply.',
  TAB_AS_INDENT: 'a line is indented by a tab. Use spaces.',
  TAG_RESOLVE_FAILED: 'a value has a tag (!). Write it without.',
  UNEXPECTED_TOKEN: 'something stands where nothing of its kind is expected.',
};
