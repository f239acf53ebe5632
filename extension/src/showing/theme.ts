/**
 * Light or dark, as the site is: many sites have a theme of their own, whatever the system prefers. An editor with
 * light text stands on a dark ground. Pure.
 */

/** Is this computed colour nearer to white than to black? null when that cannot be told, or it is hardly there. */
export function isLightColour(computed: string): boolean | null {
  const channels = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(computed)?.slice(1);
  if (!channels) return null;
  const [red = 0, green = 0, blue = 0, alpha = 1] = channels.map((each) =>
    each === undefined ? undefined : Number(each),
  );
  if (alpha < 0.4) return null;
  return 0.299 * red + 0.587 * green + 0.114 * blue > 128; // luma of ITU-R BT.601
}
