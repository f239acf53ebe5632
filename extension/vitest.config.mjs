import { defineConfig } from 'vitest/config';
import { sitesFrom } from './sites.mjs';

export default defineConfig({
  define: { FOREWORD_SITES: JSON.stringify(sitesFrom('../shared_rules/sites').sites) },
  test: { include: ['src/**/*.test.ts', '*.test.mjs'] },
});
