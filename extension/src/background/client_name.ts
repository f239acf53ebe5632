/** What the companion's list of pairings calls us. */
export function clientName(): string {
  return `Foreword in ${browserName()}`;
}

function browserName(): string {
  if (navigator.userAgent.includes('Firefox/')) return 'Firefox';
  return navigator.userAgent.includes('Edg/') ? 'Edge' : 'Chromium';
}
