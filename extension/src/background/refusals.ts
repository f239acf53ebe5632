/** The companion's own refusals (problem+json), in the extension's terms. */
import type { Unavailable } from '../model.js';

const REASONS: Readonly<Record<number, Unavailable>> = {
  401: 'not-paired',
  404: 'companion-older', // a route it does not have yet
  408: 'too-slow', // the request did not arrive in time
  413: 'too-long',
  429: 'not-paired', // only askers it does not know are ever told to wait
  503: 'too-slow', // too much is being checked at once
};

export function reasonOfStatus(status: number): Unavailable {
  return REASONS[status] ?? 'companion-error';
}
