import { expect, it } from 'vitest';
import { isLightColour } from './theme.js';

it.each([
  ['rgb(231, 233, 234)', true],
  ['rgb(15, 20, 25)', false],
  ['rgba(255, 255, 255, 0.87)', true],
  ['rgb(0, 0, 255)', false],
  ['rgba(0, 0, 0, 0)', null], // text drawn by something else
  ['oklch(0.7 0.1 200)', null],
])('%s', (colour, isLight) => {
  expect(isLightColour(colour)).toBe(isLight);
});
