/** The types of which lists can be packed, besides enums. */
export const NUMERIC_TYPES: ReadonlySet<string> = new Set(
  `double float int32 int64 uint32 uint64 sint32 sint64 fixed32 fixed64 sfixed32 sfixed64 bool`.split(
    ' ',
  ),
);
