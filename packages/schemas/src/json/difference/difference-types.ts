/**
 * Who takes a difference: `everyone`, the policy `LENIENT`, or `nobody`.
 */
export type TakenBy = 'everyone' | 'LENIENT' | 'nobody';

/** The pattern of the sentence that tells of a difference. */
export type Sentence =
  | 'keyword'
  | 'value'
  | 'type'
  | 'less'
  | 'more'
  | 'fewer elements'
  | 'more elements'
  | 'added to open'
  | 'required in unopen'
  | 'removed from closed'
  | 'added, not covered'
  | 'removed, not covered'
  | 'fits'
  | 'none';

type Row = readonly [TakenBy, Sentence];

const taken: Row = ['everyone', 'fits'];
const keyword: Row = ['nobody', 'keyword'];
const value: Row = ['nobody', 'value'];
const type: Row = ['nobody', 'type'];
const less: Row = ['nobody', 'less'];
const more: Row = ['nobody', 'more'];
const fewerElements: Row = ['nobody', 'fewer elements'];
const moreElements: Row = ['nobody', 'more elements'];

/** Every kind of difference by the registry's word for it, with who takes it and how it is told. */
export const differenceTypes = {
  SCHEMA_ADDED: ['nobody', 'none'],
  SCHEMA_REMOVED: taken,
  TYPE_CHANGED: type,
  TYPE_EXTENDED: taken,
  TYPE_NARROWED: type,

  MAX_LENGTH_ADDED: keyword,
  MAX_LENGTH_REMOVED: taken,
  MAX_LENGTH_INCREASED: taken,
  MAX_LENGTH_DECREASED: less,
  MIN_LENGTH_ADDED: keyword,
  MIN_LENGTH_REMOVED: taken,
  MIN_LENGTH_INCREASED: more,
  MIN_LENGTH_DECREASED: taken,
  PATTERN_ADDED: keyword,
  PATTERN_REMOVED: taken,
  PATTERN_CHANGED: value,

  MAXIMUM_ADDED: keyword,
  MAXIMUM_REMOVED: taken,
  MAXIMUM_INCREASED: taken,
  MAXIMUM_DECREASED: less,
  MINIMUM_ADDED: keyword,
  MINIMUM_REMOVED: taken,
  MINIMUM_INCREASED: more,
  MINIMUM_DECREASED: taken,
  EXCLUSIVE_MAXIMUM_ADDED: keyword,
  EXCLUSIVE_MAXIMUM_REMOVED: taken,
  EXCLUSIVE_MAXIMUM_INCREASED: taken,
  EXCLUSIVE_MAXIMUM_DECREASED: less,
  EXCLUSIVE_MINIMUM_ADDED: keyword,
  EXCLUSIVE_MINIMUM_REMOVED: taken,
  EXCLUSIVE_MINIMUM_INCREASED: more,
  EXCLUSIVE_MINIMUM_DECREASED: taken,
  MULTIPLE_OF_ADDED: keyword,
  MULTIPLE_OF_REMOVED: taken,
  MULTIPLE_OF_EXPANDED: more,
  MULTIPLE_OF_REDUCED: taken,
  MULTIPLE_OF_CHANGED: value,

  REQUIRED_ATTRIBUTE_ADDED: keyword,
  REQUIRED_ATTRIBUTE_WITH_DEFAULT_ADDED: taken,
  REQUIRED_ATTRIBUTE_REMOVED: taken,
  MAX_PROPERTIES_ADDED: keyword,
  MAX_PROPERTIES_REMOVED: taken,
  MAX_PROPERTIES_INCREASED: taken,
  MAX_PROPERTIES_DECREASED: less,
  MIN_PROPERTIES_ADDED: keyword,
  MIN_PROPERTIES_REMOVED: taken,
  MIN_PROPERTIES_INCREASED: more,
  MIN_PROPERTIES_DECREASED: taken,
  ADDITIONAL_PROPERTIES_ADDED: taken,
  ADDITIONAL_PROPERTIES_REMOVED: ['LENIENT', 'keyword'],
  ADDITIONAL_PROPERTIES_EXTENDED: taken,
  ADDITIONAL_PROPERTIES_NARROWED: ['LENIENT', 'fewer elements'],
  UNEVALUATED_PROPERTIES_ADDED: taken,
  UNEVALUATED_PROPERTIES_REMOVED: ['LENIENT', 'keyword'],
  UNEVALUATED_PROPERTIES_EXTENDED: taken,
  UNEVALUATED_PROPERTIES_NARROWED: ['LENIENT', 'fewer elements'],
  DEPENDENCY_ARRAY_ADDED: keyword,
  DEPENDENCY_ARRAY_REMOVED: taken,
  DEPENDENCY_ARRAY_EXTENDED: moreElements,
  DEPENDENCY_ARRAY_NARROWED: taken,
  DEPENDENCY_ARRAY_CHANGED: type,
  DEPENDENCY_SCHEMA_ADDED: keyword,
  DEPENDENCY_SCHEMA_REMOVED: taken,

  PROPERTY_WITH_EMPTY_SCHEMA_ADDED_TO_OPEN_CONTENT_MODEL: taken,
  OPTIONAL_PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL: ['LENIENT', 'added to open'],
  REQUIRED_PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL: ['nobody', 'added to open'],
  REQUIRED_PROPERTY_WITH_DEFAULT_ADDED_TO_OPEN_CONTENT_MODEL: ['LENIENT', 'added to open'],
  OPTIONAL_PROPERTY_ADDED_TO_UNOPEN_CONTENT_MODEL: taken,
  REQUIRED_PROPERTY_ADDED_TO_UNOPEN_CONTENT_MODEL: ['nobody', 'required in unopen'],
  REQUIRED_PROPERTY_WITH_DEFAULT_ADDED_TO_UNOPEN_CONTENT_MODEL: taken,
  PROPERTY_ADDED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL: taken,
  PROPERTY_ADDED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL: ['LENIENT', 'added, not covered'],
  PROPERTY_REMOVED_FROM_OPEN_CONTENT_MODEL: taken,
  PROPERTY_REMOVED_FROM_CLOSED_CONTENT_MODEL: ['LENIENT', 'removed from closed'],
  PROPERTY_WITH_FALSE_REMOVED_FROM_CLOSED_CONTENT_MODEL: taken,
  PROPERTY_REMOVED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL: taken,
  PROPERTY_REMOVED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL: ['LENIENT', 'removed, not covered'],

  MAX_ITEMS_ADDED: keyword,
  MAX_ITEMS_REMOVED: taken,
  MAX_ITEMS_INCREASED: taken,
  MAX_ITEMS_DECREASED: less,
  MIN_ITEMS_ADDED: keyword,
  MIN_ITEMS_REMOVED: taken,
  MIN_ITEMS_INCREASED: more,
  MIN_ITEMS_DECREASED: taken,
  UNIQUE_ITEMS_ADDED: keyword,
  UNIQUE_ITEMS_REMOVED: taken,
  MAX_CONTAINS_ADDED: keyword,
  MAX_CONTAINS_REMOVED: taken,
  MAX_CONTAINS_INCREASED: taken,
  MAX_CONTAINS_DECREASED: less,
  MIN_CONTAINS_ADDED: keyword,
  MIN_CONTAINS_REMOVED: taken,
  MIN_CONTAINS_INCREASED: more,
  MIN_CONTAINS_DECREASED: taken,
  ADDITIONAL_ITEMS_ADDED: taken,
  ADDITIONAL_ITEMS_REMOVED: keyword,
  ADDITIONAL_ITEMS_EXTENDED: taken,
  ADDITIONAL_ITEMS_NARROWED: fewerElements,
  UNEVALUATED_ITEMS_ADDED: taken,
  UNEVALUATED_ITEMS_REMOVED: keyword,
  UNEVALUATED_ITEMS_EXTENDED: taken,
  UNEVALUATED_ITEMS_NARROWED: fewerElements,

  ITEM_WITH_EMPTY_SCHEMA_ADDED_TO_OPEN_CONTENT_MODEL: taken,
  ITEM_ADDED_TO_OPEN_CONTENT_MODEL: ['nobody', 'added to open'],
  ITEM_ADDED_TO_CLOSED_CONTENT_MODEL: taken,
  ITEM_ADDED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL: taken,
  ITEM_ADDED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL: ['nobody', 'added, not covered'],
  ITEM_REMOVED_FROM_OPEN_CONTENT_MODEL: taken,
  ITEM_REMOVED_FROM_CLOSED_CONTENT_MODEL: ['nobody', 'removed from closed'],
  ITEM_WITH_FALSE_REMOVED_FROM_CLOSED_CONTENT_MODEL: taken,
  ITEM_REMOVED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL: taken,
  ITEM_REMOVED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL: ['nobody', 'removed, not covered'],

  ENUM_ARRAY_EXTENDED: taken,
  ENUM_ARRAY_NARROWED: fewerElements,
  ENUM_ARRAY_CHANGED: type,

  COMBINED_TYPE_EXTENDED: taken,
  COMBINED_TYPE_CHANGED: type,
  COMBINED_TYPE_SUBSCHEMAS_CHANGED: type,
  PRODUCT_TYPE_EXTENDED: moreElements,
  PRODUCT_TYPE_NARROWED: taken,
  SUM_TYPE_EXTENDED: taken,
  SUM_TYPE_NARROWED: fewerElements,
  NOT_TYPE_EXTENDED: moreElements,
  NOT_TYPE_NARROWED: taken,
} as const satisfies Record<string, Row>;

/** The registry's word for a kind of difference between two JSON Schemas. */
export type DifferenceType = keyof typeof differenceTypes;
