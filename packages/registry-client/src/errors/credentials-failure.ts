/** Credentials that could not be had, with the reason as cause. Never leaves the package: callers get a RegistryError. */
export class CredentialsFailure extends Error {
  override readonly name = 'CredentialsFailure';
}
