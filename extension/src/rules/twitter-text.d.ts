/** twitter-text has types for its whole only; counting needs one part of it. */
declare module 'twitter-text/dist/esm/parseTweet.js' {
  export default function parseTweet(text: string): { readonly weightedLength: number };
}
