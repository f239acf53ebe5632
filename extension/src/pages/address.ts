/** What a person types or pastes as "the address of a site" → its host name. Pure. */

/** null when no site can be meant; this computer and bare numbers are no social sites. */
export function hostFromAddress(typed: string): string | null {
  const address = typed.trim();
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `https://${address}`;
  const url = URL.canParse(whole) ? new URL(whole) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const host = url.hostname.replace(/\.$/, '');
  const isName = /^(?=.{4,253}$)[a-z0-9-]+(\.[a-z0-9-]+)*\.(?:[a-z]{2,}|xn--[a-z0-9-]+)$/.test(host);
  return isName ? host : null;
}
