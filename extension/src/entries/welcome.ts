import { startWelcome } from '../pages/welcome.js';

void startWelcome();
