/** A build of the rules, ready to be asked. */
import type { Build, CompiledSite } from './compiled.js';
import { Folding } from './folding.js';
import { Patterns } from './patterns.js';

export class RuleBook {
  readonly folding: Folding;
  readonly patterns: Patterns;
  readonly abbreviations: ReadonlySet<string>;

  constructor(readonly build: Build) {
    this.folding = new Folding(build.folding.lookalikes);
    this.patterns = new Patterns(build.patterns, build.folding.masks);
    this.abbreviations = new Set(build.abbreviations);
  }

  /** A site by its id or by a host name under one of its hosts. */
  site(named: string | null): { id: string; site: CompiledSite } | null {
    if (named === null) return null;
    const all = Object.entries(this.build.sites);
    const isUnder = (host: string) => named === host || named.endsWith(`.${host}`);
    const found =
      all.find(([id]) => id === named) ??
      all.find(([, { hosts }]) => hosts.some((host) => isUnder(host.replace(/^\*\./, ''))));
    return found ? { id: found[0], site: found[1] } : null;
  }
}
