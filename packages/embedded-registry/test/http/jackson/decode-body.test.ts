import { expect, test } from 'vitest';
import { decodeBody } from '../../../src/http/jackson/decode-body.ts';

const text = '{"schema":"é😀"}';

test.each([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
  ['UTF-16LE', Buffer.from(text, 'utf16le')],
  ['UTF-16LE with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['UTF-16BE', Buffer.from(text, 'utf16le').swap16()],
  ['UTF-16BE with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
])('%s is told by its first bytes', (_, bytes) => {
  expect(decodeBody(bytes)).toEqual({ text });
});

test('a text is taken as it is, without a mark', () => {
  expect(decodeBody('\uFEFFx')).toEqual({ text: 'x' });
  expect(decodeBody(undefined)).toEqual({ text: '' });
});

test.each([
  [[0x22, 0xff, 0x22], '"', 'start byte 0xff'],
  [[0x22, 0x80], '"', 'start byte 0x80'],
  [[0x22, 0xc3, 0x22], '"', 'middle byte 0x22'],
  [[0x22, 0xe2, 0x82, 0x22, 0x22], '"', 'middle byte 0x22'],
])('%j is no UTF-8', (bytes, before, what) => {
  expect(decodeBody(Uint8Array.from(bytes))).toEqual({
    text: before,
    invalidByte: `Invalid UTF-8 ${what}`,
  });
});

test('what is written as a replacement character, or cut in the middle of one, is text', () => {
  expect(decodeBody(Buffer.from('"\uFFFD"'))).toEqual({ text: '"\uFFFD"' });
  expect(decodeBody(Uint8Array.from([0x22, 0xc3]))).toEqual({ text: '"\uFFFD' });
});
