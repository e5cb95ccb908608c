const untrusted =
  'Its certificate is signed by an authority that is not trusted here. Set tls.caFile to the certificate of that authority.';
const noTls = 'The two ends do not agree on TLS. Check http: and https: in the url, and the port.';
const ourCertificate =
  'It asks for a client certificate, and does not accept ours or got none. Set tls.certFile and tls.keyFile to a pair that it trusts.';
const cutOff =
  'The connection was cut before an answer came. Look at the registry and at what stands before it; one that asks for client certificates does this too (tls.certFile, tls.keyFile).';
const notReached =
  'Its host cannot be reached from here. Check the url, the network, and whether a proxy is needed.';
const unknownHost =
  'Its host name is not known here. Check the url, and whether a proxy is needed.';

/** What keeps a connection from being made, by the code of the system or of the HTTP library. */
const sentences: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing listens at its address. Check the url, and that the registry runs.',
  ENOTFOUND: unknownHost,
  EAI_AGAIN: unknownHost,
  EHOSTUNREACH: notReached,
  ENETUNREACH: notReached,
  EADDRNOTAVAIL: notReached,
  ETIMEDOUT: notReached,
  UND_ERR_CONNECT_TIMEOUT: notReached,
  ECONNRESET: cutOff,
  EPIPE: cutOff,
  UND_ERR_SOCKET: cutOff,
  'bad port': 'No fetch speaks to this port, which belongs to another protocol. Check the url.',
  UND_ERR_ABORTED: 'The proxy did not let us through. Check the proxy, its user and password.',
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  UNABLE_TO_GET_ISSUER_CERT: untrusted,
  CERT_SIGNATURE_FAILURE: untrusted,
  CERT_HAS_EXPIRED: 'Its certificate has expired. Whoever runs it has to renew it.',
  CERT_NOT_YET_VALID: 'Its certificate is not valid yet. Check the clocks of both machines.',
  ERR_TLS_CERT_ALTNAME_INVALID:
    'Its certificate is for other host names. Use one of those in the url, or set tls.servername.',
  EPROTO: noTls,
  ERR_SSL_WRONG_VERSION_NUMBER: noTls,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: noTls,
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: ourCertificate,
  ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE: ourCertificate,
  ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE: ourCertificate,
  ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN: ourCertificate,
  ERR_SSL_TLSV1_ALERT_UNKNOWN_CA: ourCertificate,
};

/** What kept a connection from being made, in a sentence; undefined where the error has no code that is known. */
export function connectionSentence(error: unknown): string | undefined {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 8; depth += 1) {
    const code = 'code' in cause ? String(cause.code) : cause.message;
    if (Object.hasOwn(sentences, code)) return sentences[code];
    cause = cause.cause;
  }
  return undefined;
}
