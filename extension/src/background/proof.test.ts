import { expect, test } from 'vitest';
import { isProven, newNonce } from './proof.js';

const token = 'a-token';
const nonce = '00112233445566778899aabbccddeeff';
// As the companion makes them (tests/api/test_pairing.py): of this token on 47191 and 47192, of another on 47191.
const ours = '6b387881098476f55eb0a3c429c8a4347ec59a835f359020579cebcd8a202419';
const relayed = 'e1bea064092481685ae1211fd73d0334ee406cf365cd91833e123a1c019bf284';
const others = '9a7152293d78db44d522dc9ea7f107ae1d39136d35a49000c6a97ef5d6ce5535';

test.each<[string, string[], boolean]>([
  ['the companion on this port', [ours], true],
  ['the companion, which knows another browser of ours too', [others, ours], true],
  ['a companion on another port, asked by whoever took this one', [relayed], false],
  ['somebody who knows another token', [others], false],
  ['somebody who gives the question back', [nonce], false],
  ['nobody', [], false],
])('%s', async (_, proofs, proven) => {
  expect(await isProven(proofs, token, 47191, nonce)).toBe(proven);
});

test('a number is used once', () => {
  expect(newNonce()).toMatch(/^[0-9a-f]{32}$/);
  expect(newNonce()).not.toBe(newNonce());
});
