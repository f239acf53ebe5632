/** The two capacities in which one writes, with their words. */
export const MODES = [
  ['personal', 'mode_personal'],
  ['official', 'mode_official'],
] as const;
