import { clientErrors } from './error-code.ts';

/** What is known of a connection that failed. */
export interface ConnectionFailure {
  /** Whether the request can have reached the registry. */
  sent: boolean;
  /** Whether it can be different next time. */
  passing: boolean;
  advice: string;
}

const certificate: ConnectionFailure = {
  sent: false,
  passing: false,
  advice:
    'Its certificate is not trusted here. Add its authority, for example by NODE_EXTRA_CA_CERTS, or correct the host name.',
};
const noTls: ConnectionFailure = {
  sent: false,
  passing: false,
  advice: 'The two ends do not agree on TLS. Check http and https in the URL.',
};
const notThere: ConnectionFailure = {
  sent: false,
  passing: true,
  advice: 'The host cannot be reached. Check the URL, the network and the firewall.',
};
const cutOff: ConnectionFailure = {
  sent: true,
  passing: true,
  advice:
    'The connection was cut. Try again; if it stays, look at the registry and what stands before it.',
};

const unknown: ConnectionFailure = {
  sent: true,
  passing: true,
  advice: clientErrors.connection_failed.advice,
};

/** By the code of the system's or the HTTP library's error. */
const failures: Readonly<Record<string, ConnectionFailure>> = {
  ECONNREFUSED: {
    sent: false,
    passing: true,
    advice: 'Nothing listens there. Check the URL, and that the registry runs.',
  },
  ENOTFOUND: {
    sent: false,
    passing: false,
    advice: 'The host name is not known. Check the URL.',
  },
  EAI_AGAIN: {
    sent: false,
    passing: true,
    advice: 'The host name could not be resolved. Check the URL and the network.',
  },
  // What fetch says, without a code, of ports that it never speaks to.
  'bad port': {
    sent: false,
    passing: false,
    advice: 'No fetch speaks to this port, which belongs to another protocol. Check the URL.',
  },
  EHOSTUNREACH: notThere,
  ENETUNREACH: notThere,
  EADDRNOTAVAIL: notThere,
  UND_ERR_CONNECT_TIMEOUT: notThere,
  ECONNRESET: cutOff,
  ECONNABORTED: cutOff,
  EPIPE: cutOff,
  UND_ERR_SOCKET: cutOff,
  DEPTH_ZERO_SELF_SIGNED_CERT: certificate,
  SELF_SIGNED_CERT_IN_CHAIN: certificate,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: certificate,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: certificate,
  UNABLE_TO_GET_ISSUER_CERT: certificate,
  CERT_HAS_EXPIRED: certificate,
  CERT_NOT_YET_VALID: certificate,
  ERR_TLS_CERT_ALTNAME_INVALID: certificate,
  EPROTO: noTls,
  ERR_SSL_WRONG_VERSION_NUMBER: noTls,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: noTls,
};

/** What is known of a connection that failed; one that is not in the table may have been cut after the request was sent. */
export function connectionFailure(code: string | undefined): ConnectionFailure {
  return (code !== undefined && Object.hasOwn(failures, code) && failures[code]) || unknown;
}
