/**
 * How much a finding matters. `error`: data is misread or a schema is refused; `warning`: data can be
 * lost or a later change is blocked; `info`: a habit worth having.
 */
export type Severity = 'error' | 'warning' | 'info';
