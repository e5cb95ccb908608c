import { describe, expect, test } from 'vitest';
import { effectOfRequest, matchRoute, routes } from '../src/index.ts';

const filled = (path: string) =>
  path.replaceAll(/\{(\w+)\}/g, (_, name) => (name === 'id' ? '7' : `a%2F${name}`));

describe('routes', () => {
  test('operations are named once', () => {
    expect(new Set(routes.map(({ operation }) => operation)).size).toBe(routes.length);
  });

  test.each(routes.map((route) => [route.operation, route] as const))(
    '%s is found by its own method and path, also within a context',
    (_, route) => {
      const path = filled(route.path);
      expect(matchRoute(route.method, path)?.route).toBe(route);
      expect(matchRoute(route.method, `${path}?x=1`)?.route).toBe(route);
      expect(effectOfRequest(route.method, path)).toBe(route.effect);
      if (path === '/' || path.startsWith('/contexts')) return;
      expect(matchRoute(route.method, `/contexts/.staging${path}`)?.route).toBe(route);
    },
  );

  test('gives the parameters as they stand in the path', () => {
    expect(matchRoute('GET', '/subjects/a%2Fb/versions/1')?.parameters).toEqual({
      subject: 'a%2Fb',
      version: '1',
    });
  });

  test('prefers what is written out to a parameter', () => {
    expect(matchRoute('GET', '/schemas/types')?.route.operation).toBe('listSchemaTypes');
    expect(matchRoute('GET', '/config/subjects')?.route.operation).toBe('getSubjectConfig');
  });

  test('takes HEAD for a read like GET, and everything unknown for a write', () => {
    expect(effectOfRequest('HEAD', '/subjects')).toBe('read');
    expect(effectOfRequest('OPTIONS', '/subjects/x')).toBe('read');
    expect(effectOfRequest('GET', '/nothing/here')).toBe('write');
    expect(effectOfRequest('PATCH', '/subjects')).toBe('write');
    expect(effectOfRequest('POST', '/subjects/x')).toBe('read');
    expect(effectOfRequest('POST', '/subjects/x/versions')).toBe('write');
    expect(effectOfRequest('DELETE', '/contexts/.x')).toBe('write');
  });
});
