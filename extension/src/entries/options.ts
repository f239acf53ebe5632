import { startOptions } from '../pages/options.js';

void startOptions();
