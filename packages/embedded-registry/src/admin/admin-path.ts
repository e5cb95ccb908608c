const prefix = '/_srkit/';

/** Whether a request target is one of the admin path, `/_srkit/…`. No registry has a path that begins so. */
export function isAdminPath(target: string): boolean {
  return target.startsWith(prefix);
}

/** What stands behind `/_srkit/`, without a query and a slash at the end. */
export function adminName(target: string): string {
  const [path = ''] = target.slice(prefix.length).split(/[?#]/, 1);
  return path.replace(/\/$/, '');
}
