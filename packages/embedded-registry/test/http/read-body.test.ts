import { describe, expect, test } from 'vitest';
import { readBody } from '../../src/http/read-body.ts';
import { registerSchemaRequest } from '../../src/http/request-shapes.ts';

function read(body: string | Uint8Array): unknown {
  try {
    return readBody(body, registerSchemaRequest, 'register.request');
  } catch (error) {
    return error instanceof Error ? error.message : error;
  }
}

describe('a body', () => {
  test.each(['', ' \n', 'null', '\uFEFF'])('of %j is missing', (body) => {
    expect(read(body)).toBe('register.request must not be null (was null)');
  });

  test('may hold what is no number', () => {
    expect(read('{"schema":-INF,"id":NaN}')).toEqual({ schema: '-INF', id: 0 });
    expect(read('{"schema":1e400}')).toEqual({ schema: '1e400' });
  });

  test('that does not fit is refused for that, before what is no JSON after it', () => {
    expect(read('{"schema":{},"x')).toBe(
      'Cannot deserialize value of type `String` from Object value (token `JsonToken.START_OBJECT`)',
    );
    expect(read('{"schema":[],"id":1.0}')).toMatch(
      /^Cannot deserialize value of type `String` from Array/,
    );
  });

  test('has nothing after it', () => {
    expect(read('{} {}')).toBe(
      'Trailing token (of type START_OBJECT) found after value (bound as `RegisterSchemaRequest`): not allowed as per `DeserializationFeature.FAIL_ON_TRAILING_TOKENS`',
    );
    expect(read('{"schema":"x"} \n')).toEqual({ schema: 'x' });
  });

  test('is refused at the first byte that is no UTF-8', () => {
    expect(read(Buffer.from('{"schema":"\xff"}', 'latin1'))).toBe('Invalid UTF-8 start byte 0xff');
    expect(read(Buffer.from('{"schema":x"\xff"}', 'latin1'))).toMatch(/^Unrecognized token 'x'/);
  });
});
