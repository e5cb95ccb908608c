/** The full name of the message that the type URL of a `google.protobuf.Any` means. */
export function packedName(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1);
}
