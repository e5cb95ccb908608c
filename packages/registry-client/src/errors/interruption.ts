/** Why a request was ended from this side. Never leaves the package: callers get a RegistryError. */
export class Interruption extends Error {
  override readonly name = 'Interruption';
  readonly why: 'timeout' | 'aborted';

  constructor(why: 'timeout' | 'aborted', cause?: unknown) {
    super(why === 'timeout' ? 'The time was up.' : 'The caller aborted.', { cause });
    this.why = why;
  }
}
