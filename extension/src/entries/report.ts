import { startReport } from '../panel/print.js';

startReport();
