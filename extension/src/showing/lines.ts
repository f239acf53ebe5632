/**
 * How words of each severity are marked: one CSS text decoration, the same in editors (highlights) and over fields
 * (mirror). Line style tells them apart without colour; the colours hold 3:1 against white and against black,
 * since a site's own theme may differ from the system's.
 */
import type { Severity } from '../model.js';

export const LINES: Readonly<Record<Severity, string>> = {
  serious: 'text-decoration: underline double 2px #e02d3c; background-color: rgb(224 45 60 / 0.13);',
  warning: 'text-decoration: underline wavy 1.5px #d9730d;',
  advice: 'text-decoration: underline dashed 2px #2b7de0;',
  info: 'text-decoration: underline dotted 2px #7a828c;',
};

/** The words the open card is about. */
export const CURRENT = 'background-color: rgb(255 200 0 / 0.3);';
