/**
 * Every word a person sees comes from static/_locales; here is the one typed way to it.
 * `$1`, `$2` in a message stand for the parts given here, in order.
 */
import type messages from '../static/_locales/en/messages.json';
import type { Severity, Unavailable } from './model.js';

export type WordsKey = keyof typeof messages;

export function words(key: WordsKey, ...parts: readonly (string | number)[]): string {
  return chrome.i18n.getMessage(key, parts.map(String));
}

const SEVERITY = {
  info: 'severity_info',
  advice: 'severity_advice',
  warning: 'severity_warning',
  serious: 'severity_serious',
} as const satisfies Record<Severity, WordsKey>;

export function severityWords(severity: Severity): string {
  return words(SEVERITY[severity]);
}

const UNAVAILABLE = {
  'companion-off': ['unavailable_companion_off', 'unavailable_companion_off_do'],
  'port-taken': ['unavailable_port_taken', 'unavailable_port_taken_do'],
  'not-paired': ['unavailable_not_paired', 'unavailable_not_paired_do'],
  'companion-older': ['unavailable_companion_older', 'unavailable_companion_older_do'],
  'companion-newer': ['unavailable_companion_newer', 'unavailable_companion_newer_do'],
  'too-slow': ['unavailable_too_slow', 'unavailable_too_slow_do'],
  'companion-error': ['unavailable_companion_error', 'unavailable_companion_error_do'],
  'unsupported-field': ['unavailable_unsupported_field', 'unavailable_unsupported_field_do'],
  'too-long': ['unavailable_too_long', 'unavailable_too_long_do'],
} as const satisfies Record<Unavailable, readonly [WordsKey, WordsKey]>;

/** What happened, in one sentence: the `why` of a "not checked" badge. */
export function unavailableWords(reason: Unavailable): string {
  return words(UNAVAILABLE[reason][0]);
}

/** What the person can do about it, in one sentence. */
export function unavailableRemedy(reason: Unavailable): string {
  return words(UNAVAILABLE[reason][1]);
}
